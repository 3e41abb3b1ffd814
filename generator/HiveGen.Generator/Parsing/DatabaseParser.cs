using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Threading;
using HiveGen.Generator.Diagnostics;
using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Parsing;

/// <summary>Reads the class marked <c>[HiveDatabase]</c>.</summary>
internal static class DatabaseParser
{
    private static readonly string[] Suffixes = ["Json", "Registration"];

    public static Parsed<DatabaseSpec> Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.TargetSymbol;
        DiagnosticSink sink = new();
        TypeSpec? spec = TypeParser.Parse(type, context.TargetNode, sink);
        Marks.CheckAlone(type, "HiveDatabase", sink);
        if (type.IsRecord)
        {
            sink.Add(Rules.UnusableClass, type, type.Name, "is a record; a database is a class");
        }

        if (ReservedNames.Plural(type.Name) is { } reason)
        {
            sink.Add(Rules.ReservedName, type, type.Name, reason);
        }

        MemberNames.CheckBeside(type, Suffixes, sink);
        return new(sink.Any || spec is null ? null : new DatabaseSpec(spec, new(new List<string>(type.MemberNames))), SymbolNames.FullName(type), type.Locations[0], sink.ToArray());
    }

    /// <summary>The class marked as the database; of several, the first by name.</summary>
    public static DatabaseSpec? Marked(ImmutableArray<DatabaseSpec> marked)
    {
        DatabaseSpec? chosen = null;
        foreach (DatabaseSpec candidate in marked)
        {
            chosen = chosen is null || string.CompareOrdinal(candidate.Type.FullName, chosen.Type.FullName) < 0 ? candidate : chosen;
        }

        return chosen;
    }

    /// <summary>The class that is generated where none is marked: Hive in the root namespace, or another name where the app has that one.</summary>
    public static TypeSpec Default(AppSpec app, AssemblySpec assembly)
    {
        HashSet<string> plurals = [];
        foreach (ModelRef model in assembly.Models)
        {
            plurals.Add(model.Plural);
        }

        string name = "Hive";
        for (int i = 1; plurals.Contains(name) || app.Taken.Contains(name) || app.Taken.Contains(name + Suffixes[0]) || app.Taken.Contains(name + Suffixes[1]); i++)
        {
            name = i == 1 ? "HiveDatabase" : "HiveDatabase" + i.ToString(CultureInfo.InvariantCulture);
        }

        return new TypeSpec(app.Namespace, default, "class", name, IsPublic: true, IsVisible: true);
    }

    public static EquatableArray<DiagnosticInfo> DiagnoseSeveral(ImmutableArray<Parsed<DatabaseSpec>> marked)
    {
        List<Parsed<DatabaseSpec>> sorted = [.. marked];
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
