using System.Collections.Immutable;
using System.Globalization;
using HiveGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace HiveGen.Analyzers.Models;

/// <summary>HIVE0107: a text that may be longer than a target can hold.</summary>
internal static class TextLimitCheck
{
    public static void Run(ModelView model, IPropertySymbol property, RuleAttributes rules, ImmutableArray<TextLimit> limits)
    {
        if (limits.Length > 0 && property.Type.SpecialType == SpecialType.System_String && model.IsSent(property)
            && rules.Longest(property) is { } longest && longest.Max > limits[0].Bytes)
        {
            TextLimit least = limits[0];
            model.Report(
                ModelRules.TextTooLong,
                longest.Attribute,
                property,
                property.Name,
                longest.Max.ToString(CultureInfo.InvariantCulture),
                least.Target,
                least.Bytes.ToString(CultureInfo.InvariantCulture),
                least.Place);
        }
    }
}
