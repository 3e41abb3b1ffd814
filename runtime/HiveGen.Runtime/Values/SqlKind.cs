namespace HiveGen;

/// <summary>SQLite's five storage classes.</summary>
public enum SqlKind : byte
{
    /// <summary>NULL.</summary>
    Null,

    /// <summary>INTEGER, 64 bits.</summary>
    Integer,

    /// <summary>REAL, a double.</summary>
    Real,

    /// <summary>TEXT.</summary>
    Text,

    /// <summary>BLOB.</summary>
    Blob,
}
