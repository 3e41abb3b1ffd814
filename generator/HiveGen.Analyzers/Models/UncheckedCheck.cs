using HiveGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace HiveGen.Analyzers.Models;

/// <summary>HIVE0025: a validation attribute that nobody checks.</summary>
internal static class UncheckedCheck
{
    public static void Run(ModelView model, IPropertySymbol property, RuleAttributes rules)
    {
        foreach (AttributeData attribute in property.GetAttributes())
        {
            if (rules.IsUnchecked(attribute.AttributeClass))
            {
                model.Report(ModelRules.Unchecked, attribute, property, ShortName(attribute.AttributeClass!.Name), property.Name);
            }
        }
    }

    private static string ShortName(string name) => name.EndsWith("Attribute", System.StringComparison.Ordinal) ? name.Substring(0, name.Length - 9) : name;
}
