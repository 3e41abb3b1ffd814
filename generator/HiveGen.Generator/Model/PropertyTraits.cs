using System;

namespace HiveGen.Generator.Model;

/// <summary>What is true of a property, next to its type.</summary>
[Flags]
internal enum PropertyTraits : ushort
{
    None = 0,

    /// <summary>Null is a value of it.</summary>
    Nullable = 1 << 0,

    /// <summary>The C# keyword.</summary>
    Required = 1 << 1,

    /// <summary>Can only be set when the record is made.</summary>
    Init = 1 << 2,

    /// <summary>Set by a parameter of the constructor.</summary>
    Parameter = 1 << 3,

    LocalOnly = 1 << 4,

    CreatedAt = 1 << 5,

    UpdatedAt = 1 << 6,

    /// <summary>Has an initialiser, constant or not.</summary>
    Initialised = 1 << 7,

    /// <summary>The id.</summary>
    Id = 1 << 8,

    /// <summary>Not written by the user: the generator adds it.</summary>
    Generated = 1 << 9,

    /// <summary>Carries <c>[Required]</c>.</summary>
    RequiredAttribute = 1 << 10,

    /// <summary>A <c>[JsonColumn]</c> type that is a class.</summary>
    Reference = 1 << 11,
}
