namespace HiveGen.Generated;

/// <summary>What is true of a generated field, next to its type.</summary>
[Flags]
internal enum FieldTraits
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Null is a value of it.</summary>
    Nullable = 1 << 0,

    /// <summary>A create over HTTP must carry it.</summary>
    Required = 1 << 1,

    /// <summary>The text is an id: the record's own, or that of a linked one.</summary>
    Id = 1 << 2,

    /// <summary>Carries <c>[CreatedAt]</c>.</summary>
    CreatedAt = 1 << 3,

    /// <summary>Carries <c>[Required]</c>.</summary>
    Refused = 1 << 4,

    /// <summary>Has an initialiser that is no constant, so that only a fresh record knows what a create that leaves it out means.</summary>
    Fresh = 1 << 5,

    /// <summary>Carries <c>[UpdatedAt]</c>.</summary>
    UpdatedAt = 1 << 6,

    /// <summary>Never leaves the Hive.</summary>
    Local = 1 << 7,

    /// <summary>Can only be given when its record is made.</summary>
    Init = 1 << 8,

    /// <summary>Is a parameter of the constructor; then <see cref="Init"/> is true of it as well.</summary>
    Parameter = 1 << 9,

    /// <summary>One of the two times.</summary>
    Time = CreatedAt | UpdatedAt,
}
