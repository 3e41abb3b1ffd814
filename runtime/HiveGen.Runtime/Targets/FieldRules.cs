namespace HiveGen.Targets;

/// <summary>The rules of a field, from its DataAnnotations, as documents show them.</summary>
public sealed record FieldRules
{
    /// <summary>The fewest code points of a text.</summary>
    public int? MinLength { get; init; }

    /// <summary>The most code points of a text.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The least number.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>The greatest number.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>The pattern a whole text must match.</summary>
    public string? Pattern { get; init; }

    /// <summary>Whether it must be an e-mail address.</summary>
    public bool Email { get; init; }
}
