namespace HiveGen.Generated;

public sealed partial class GeneratedField
{
    /// <summary>Null is a value of it.</summary>
    public GeneratedField Nullable() => With(FieldTraits.Nullable);

    /// <summary>A create over HTTP must carry it.</summary>
    public GeneratedField Required() => With(FieldTraits.Required);

    /// <summary>The text is an id: the record's own, or that of a linked one.</summary>
    public GeneratedField Id() => With(FieldTraits.Id);

    /// <summary>Carries <c>[CreatedAt]</c>.</summary>
    public GeneratedField CreatedAt() => With(FieldTraits.CreatedAt);

    /// <summary>Carries <c>[UpdatedAt]</c>.</summary>
    public GeneratedField UpdatedAt() => With(FieldTraits.UpdatedAt);

    /// <summary>Carries <c>[Required]</c>.</summary>
    public GeneratedField Refused() => With(FieldTraits.Refused);

    /// <summary>Has an initialiser that is no constant, so that only a fresh record knows what a create that leaves it out means.</summary>
    public GeneratedField Fresh() => With(FieldTraits.Fresh);

    /// <summary>Never leaves the Hive.</summary>
    public GeneratedField Local() => With(FieldTraits.Local);

    /// <summary>Can only be given when its record is made.</summary>
    public GeneratedField Init() => With(FieldTraits.Init);

    /// <summary>Is a parameter of the constructor; then <see cref="Init"/> is called as well.</summary>
    public GeneratedField Parameter() => With(FieldTraits.Parameter);

    private GeneratedField With(FieldTraits trait)
    {
        traits |= trait;
        return this;
    }
}
