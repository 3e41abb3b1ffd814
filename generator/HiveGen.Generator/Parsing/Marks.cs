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
            for (int i = 0; All[i] != mark; i++)
            {
                if (attribute.AttributeClass.Is(All[i] + "Attribute", "HiveGen"))
                {
                    sink.Add(Rules.UnusableClass, type, type.Name, "is marked [" + All[i] + "] too, and cannot be both");
                    return;
                }
            }
        }
    }
}
