using System.ComponentModel;

namespace HiveGen.Targets;

/// <summary>What is true of a generated field, next to its type.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum FieldTraits
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Null is a value of it.</summary>
    Nullable = 1 << 0,

    /// <summary>A create over HTTP must carry it.</summary>
    Required = 1 << 1,

    /// <summary>The text is an id: the record's own, or that of a linked one.</summary>
    Id = 1 << 2,

    /// <summary>Carries <c>[CreatedAt]</c> or <c>[UpdatedAt]</c>.</summary>
    Time = 1 << 3,

    /// <summary>Carries <c>[Required]</c>.</summary>
    Refused = 1 << 4,

    /// <summary>Has an initialiser that is no constant, so that only a fresh record knows what a create that leaves it out means.</summary>
    Fresh = 1 << 5,
}
