namespace HiveGen.Queries;

/// <summary>The shapes of a filter's nodes.</summary>
internal enum FilterKind
{
    /// <summary>Every record.</summary>
    All,

    /// <summary>No record.</summary>
    None,

    /// <summary>Equal, or both null.</summary>
    Equal,

    /// <summary>Not equal, or one of the two null.</summary>
    NotEqual,

    /// <summary>Less.</summary>
    Less,

    /// <summary>Less or equal.</summary>
    LessOrEqual,

    /// <summary>Greater.</summary>
    Greater,

    /// <summary>Greater or equal.</summary>
    GreaterOrEqual,

    /// <summary>The text ends with the value.</summary>
    EndsWith,

    /// <summary>The text holds the value.</summary>
    Contains,

    /// <summary>One of the values.</summary>
    In,

    /// <summary>One of the values that a query gives.</summary>
    InQuery,

    /// <summary>Both sides.</summary>
    And,

    /// <summary>One side at least.</summary>
    Or,

    /// <summary>Not the left side.</summary>
    Not,
}
