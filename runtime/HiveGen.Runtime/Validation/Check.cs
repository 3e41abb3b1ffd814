using System.ComponentModel;
using System.Text.RegularExpressions;

namespace HiveGen;

/// <summary>
/// The rules of values: written once, they bind the client, the router and the OpenAPI document.
/// Each notes a violation under <c>field</c> and never throws.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Check
{
    /// <summary>What <see cref="Required"/> says of a value that is missing.</summary>
    public const string RequiredMessage = "is required.";

    /// <summary>Not null, in a property whose type says so.</summary>
    public static void Required(ref Violations violations, string field, object? value)
    {
        if (value is null)
        {
            violations.Add(field, RequiredMessage);
        }
    }

    /// <summary>Text that UTF-8 and every target can hold: no lone surrogate and, where it is synced, no NUL.</summary>
    public static void Text(ref Violations violations, string field, string? value, bool synced)
    {
        if (value is null)
        {
            return;
        }

        for (int i = value.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); (uint)i < (uint)value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(value[i]))
            {
                violations.Add(field, $"holds half a surrogate pair at position {i}, which is no Unicode text.");
                return;
            }
        }

        if (synced && value.Contains('\0'))
        {
            violations.Add(field, "holds the character NUL, which several targets refuse; remove it or mark the property [LocalOnly].");
        }
    }

    /// <summary>A length in code points within these limits.</summary>
    public static void Length(ref Violations violations, string field, string? value, int min, int max)
    {
        if (value is null || (value.Length <= max && value.Length / 2 >= min))
        {
            return;
        }

        int length = value.Length;
        foreach (char c in value)
        {
            length -= char.IsLowSurrogate(c) ? 1 : 0;
        }

        if (length < min || length > max)
        {
            string limits = min == 0 ? $"at most {max}" : max == int.MaxValue ? $"at least {min}" : $"{min} to {max}";
            violations.Add(field, $"must have {limits} characters and has {length}.");
        }
    }

    /// <summary>A number within these limits, both included.</summary>
    public static void Range<T>(ref Violations violations, string field, T? value, T min, T max)
        where T : struct, IComparable<T>
    {
        if (value is { } some && (some.CompareTo(min) < 0 || some.CompareTo(max) > 0))
        {
            violations.Add(field, FormattableString.Invariant($"must be from {min} to {max} and is {some}."));
        }
    }

    /// <summary>A text that matches the whole pattern, as <c>[RegularExpression]</c> means it; an empty text passes.</summary>
    public static void Pattern(ref Violations violations, string field, string? value, Regex pattern)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        try
        {
            Match match = pattern.Match(value);
            if (!match.Success || match.Length != value.Length || match.Index != 0)
            {
                violations.Add(field, $"must match the pattern {pattern}.");
            }
        }
        catch (RegexMatchTimeoutException)
        {
            violations.Add(field, $"took too long to match the pattern {pattern}.");
        }
    }

    /// <summary>An e-mail address as <c>[EmailAddress]</c> means it: one @, neither first nor last, no line break.</summary>
    public static void Email(ref Violations violations, string field, string? value)
    {
        if (value is null)
        {
            return;
        }

        int at = value.IndexOf('@');
        if (at <= 0 || at == value.Length - 1 || at != value.LastIndexOf('@') || value.AsSpan().ContainsAny('\r', '\n'))
        {
            violations.Add(field, "must be an e-mail address.");
        }
    }

    /// <summary>A number that SQLite and JSON can hold: not NaN, not infinite (SQLite would store NULL).</summary>
    public static void Finite(ref Violations violations, string field, double? value)
    {
        if (value is { } some && !double.IsFinite(some))
        {
            violations.Add(field, "must be a finite number.");
        }
    }

    /// <summary>A number within SQLite's 64 bits.</summary>
    public static void Int63(ref Violations violations, string field, ulong? value)
    {
        if (value > long.MaxValue)
        {
            violations.Add(field, $"must be at most {long.MaxValue} and is {value}.");
        }
    }

    /// <summary>A decimal of at most these places, within 64 bits; nothing is rounded silently.</summary>
    public static void Scale(ref Violations violations, string field, decimal? value, int places)
    {
        if (value is { } some && !Scaled.Fits(some, places))
        {
            violations.Add(field, FormattableString.Invariant($"must have at most {places} decimal places and fit 64 bits at that scale; it is {some}. Round it, or change [Scale]."));
        }
    }

    /// <summary>A time whose kind says which instant is meant.</summary>
    public static void Kind(ref Violations violations, string field, DateTime? value)
    {
        if (value is { Kind: DateTimeKind.Unspecified } some && some != default)
        {
            violations.Add(field, "has DateTimeKind.Unspecified, so the instant is unknown; use DateTime.SpecifyKind, or a DateTimeOffset.");
        }
    }

    /// <summary>A defined value of an enum.</summary>
    public static void Defined(ref Violations violations, string field, bool defined, string names)
    {
        if (!defined)
        {
            violations.Add(field, $"must be one of {names}.");
        }
    }

    /// <summary>An id that may name a record: neither empty nor longer than 256 characters, no control character.</summary>
    public static void Id(ref Violations violations, string field, string? value)
    {
        if (value is null)
        {
            violations.Add(field, RequiredMessage);
        }
        else if (value.Length is 0 or > 256 || value.AsSpan().ContainsAnyInRange('\0', '\u001F'))
        {
            violations.Add(field, "must be 1 to 256 characters without control characters.");
        }
    }
}
