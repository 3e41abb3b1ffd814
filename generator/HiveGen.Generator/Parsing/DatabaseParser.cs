using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using HiveGen.Generator.Diagnostics;
using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Parsing;

/// <summary>Reads the class marked <c>[HiveDatabase]</c>.</summary>
internal static class DatabaseParser
{
    public static Parsed<TypeSpec> Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.TargetSymbol;
        DiagnosticSink sink = new();
        TypeSpec? spec = TypeParser.Parse(type, context.TargetNode, sink);
        return new(spec, SymbolNames.FullName(type), type.Locations[0], sink.ToArray());
    }

    /// <summary>
    /// The marked class, else one called Hive in the root namespace, or HiveDatabase where a model has that name. Of several, the
    /// first by name.
    /// </summary>
    public static TypeSpec Choose(ImmutableArray<TypeSpec> marked, string rootNamespace, AssemblySpec assembly)
    {
        TypeSpec? chosen = null;
        foreach (TypeSpec candidate in marked)
        {
            chosen = chosen is null || string.CompareOrdinal(candidate.FullName, chosen.FullName) < 0 ? candidate : chosen;
        }

        TypeSpec hive = new(rootNamespace, default, "class", "Hive", IsPublic: true, IsVisible: true);
        foreach (ModelRef model in assembly.Models)
        {
            hive = model.Type.FullName == hive.FullName ? hive with { Name = "HiveDatabase" } : hive;
        }

        return chosen ?? hive;
    }

    public static EquatableArray<DiagnosticInfo> DiagnoseSeveral(ImmutableArray<Parsed<TypeSpec>> marked)
    {
        List<Parsed<TypeSpec>> sorted = [.. marked];
        sorted.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        DiagnosticSink sink = new();
        for (int i = 1; i < sorted.Count; i++)
        {
            sink.Add(Rules.SeveralDatabases, sorted[i].Location, Short(sorted[i].Name), Short(sorted[0].Name));
        }

        return sink.ToArray();
    }

    private static string Short(string name) => name.Replace("global::", "");
}
