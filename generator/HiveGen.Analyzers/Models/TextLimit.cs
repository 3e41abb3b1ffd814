using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HiveGen.Analyzers.Models;

/// <summary>The most bytes that one text of a record can have at a target, as its adapter's assembly says.</summary>
/// <param name="Target">The database, as people call it.</param>
/// <param name="Bytes">The bytes of UTF-8; a character is one at the least.</param>
/// <param name="Place">What the limit is of.</param>
internal sealed record TextLimit(string Target, int Bytes, string Place)
{
    private const string Adapters = "HiveGen.Adapters.";
    private const string Attribute = "HiveGen.Targets.TargetTextLimitAttribute";

    /// <summary>The limits of the targets whose adapters the project references, the least first.</summary>
    public static ImmutableArray<TextLimit> Of(Compilation compilation)
    {
        List<TextLimit> found = [];
        foreach (IAssemblySymbol reference in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (!reference.Name.StartsWith(Adapters, System.StringComparison.Ordinal))
            {
                continue;
            }

            foreach (AttributeData attribute in reference.GetAttributes())
            {
                if (attribute.AttributeClass?.ToDisplayString() == Attribute && attribute.ConstructorArguments is [{ Value: string target }, { Value: int bytes }, { Value: string place }])
                {
                    found.Add(new TextLimit(target, bytes, place));
                }
            }
        }

        found.Sort(static (left, right) => left.Bytes.CompareTo(right.Bytes));
        return [.. found];
    }
}
