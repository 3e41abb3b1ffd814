using System;
using System.Globalization;
using System.Text.RegularExpressions;
using HiveGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace HiveGen.Analyzers.Models;

/// <summary>Whether a text is a value that its property takes. An empty one stands for 'nothing yet' and is not judged.</summary>
internal static class TextFit
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(100);

    public static string? Problem(IPropertySymbol property, string value, RuleAttributes rules)
    {
        int length = value.Length;
        for (int i = 0; i < value.Length; i++)
        {
            bool isPair = char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]);
            if (char.IsSurrogate(value[i]) && !isPair)
            {
                return "holds half a surrogate pair";
            }

            i += isPair ? 1 : 0;
            length -= isPair ? 1 : 0;
        }

        if (length == 0)
        {
            return null;
        }

        return rules.Longest(property) is { } longest && length > longest.Max ? "has " + Digits(length) + " characters, but at most " + Digits(longest.Max) + " are allowed"
            : Least(property, rules) is { } least && length < least ? "has " + Digits(length) + " characters, but at least " + Digits(least) + " are needed"
            : property.Find(rules.Pattern) is { ConstructorArguments: [{ Value: string pattern }] } && !Matches(value, pattern) ? "does not match its [RegularExpression]"
            : property.Has(rules.Email) && !IsEmail(value) ? "is no e-mail address"
            : null;
    }

    private static int? Least(IPropertySymbol property, RuleAttributes rules)
        => property.Find(rules.MinLength) is { ConstructorArguments: [{ Value: int min }] } ? min
        : property.Find(rules.Length) is { ConstructorArguments: [{ Value: int from }, ..] } ? from
        : property.Find(rules.StringLength)?.Named("MinimumLength") as int?;

    private static bool Matches(string value, string pattern)
    {
        try
        {
            Match match = Regex.Match(value, pattern, RegexOptions.CultureInvariant, Timeout);
            return match.Success && match.Index == 0 && match.Length == value.Length;
        }
        catch (ArgumentException)
        {
            return true; // HIVE0027 says what is wrong with the pattern
        }
        catch (RegexMatchTimeoutException)
        {
            return true; // undecided, and it is not the place to hang
        }
    }

    private static bool IsEmail(string value) => value.IndexOf('@') is > 0 and var at && at < value.Length - 1 && at == value.LastIndexOf('@');

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
