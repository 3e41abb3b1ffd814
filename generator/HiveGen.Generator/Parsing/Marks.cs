using System;
using HiveGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Parsing;

/// <summary>The annotations of classes, of which one class has one.</summary>
internal static class Marks
{
    private static readonly string[] All = ["HiveModel", "HiveDatabase", "HiveTarget", "HiveHooks"];

    /// <summary>Refuses a class that is something else already: the earlier in the list stays.</summary>
    public static void CheckAlone(INamedTypeSymbol type, string mark, DiagnosticSink sink)
    {
        foreach (AttributeData attribute in type.GetAttributes())
        {
            string name = attribute.AttributeClass?.Name ?? "";
            int other = name.EndsWith("Attribute", StringComparison.Ordinal) ? Array.IndexOf(All, name.Substring(0, name.Length - 9)) : -1;
            if (other >= 0 && other < Array.IndexOf(All, mark) && attribute.AttributeClass.Is(name, "HiveGen"))
            {
                sink.Add(Rules.UnusableClass, type, type.Name, "is marked [" + All[other] + "] too, and cannot be both");
                return;
            }
        }
    }
}
