namespace HiveGen.Queries;

/// <summary>The shapes of a filter's nodes.</summary>
internal enum FilterKind
{
    All,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    StartsWith,
    EndsWith,
    Contains,
    In,
    And,
    Or,
    Not,
}
