using System.Collections.Immutable;
using HiveGen.Docs.Tests.Fences;
using HiveGen.Docs.Tests.Pages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HiveGen.Docs.Tests.Reference;

/// <summary>docs/reference/generated.md says what is generated for the models that stand in it, and what that inherits.</summary>
public sealed class GeneratedTests
{
    private const string Name = "docs/reference/generated.md";

    private static readonly SymbolDisplayFormat Qualified = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    [Fact]
    public void The_reference_is_what_is_generated()
    {
        INamedTypeSymbol[] types = [.. Types(App().Assembly.GlobalNamespace).Where(static type => Listing.IsShown(type) && Listing.IsGenerated(type))];
        Dictionary<string, string[]> parts = new()
        {
            ["model"] = ["Account"],
            ["records"] = ["AccountRecords"],
            ["events"] = [.. types.Select(static type => type.Name).Where(static name => name.StartsWith("Account", StringComparison.Ordinal) && name is not ("Account" or "AccountRecords" or "AccountSync"))],
            ["sync"] = ["AccountSync"],
            ["app"] = ["Hive", "HiveRegistration", "HiveJson"],
            ["target"] = ["HiveCustomTarget", "HiveCustomTargets", "Crm", "CrmBase"],
        };

        // Whatever comes to be generated has a place in the page.
        Assert.Equal([], types.Select(static type => type.Name).Except(parts.Values.SelectMany(static names => names)));
        foreach ((string part, string[] names) in parts)
        {
            string code = string.Join('\n', types.Where(type => names.Contains(type.Name)).Select(Listing.Generated));
            GeneratedPart.Match(Name, part, $"<!-- generated -->\n```csharp\n{code}```\n");
        }
    }

    [Fact]
    public void The_tables_of_the_reference_are_what_is_inherited()
    {
        CSharpCompilation app = App();
        string[] names =
        [
            "ModelHooks`2", "ReadEvent`1", "Changes`1", "Targets.SyncRecord", "Targets.CustomTarget", "Targets.HiveTarget", "RecordSet`4", "FilteredQuery`3", "OrderedQuery`2", "PageableQuery`2", "Query`2", "IncludeQuery`3", "IncludeManyQuery`3", "Page`1", "Column`1", "EqualColumn`2", "OrderedColumn`2", "NumberColumn`2", "TextColumn`1", "BoolColumn`1", "LinkColumn`3", "JsonColumn`1",
            "Assign`1", "HookEvent", "WritingEvent", "FollowingEvent", "AddEvent`1", "SetEvent`2", "RemoveEvent`1", "FollowingAddEvent`1", "FollowingSetEvent`2", "FollowingRemoveEvent`1", "Batch", "HiveDatabase", "HiveSync", "HiveSql", "HiveJobs",
        ];
        IEnumerable<string> bases = Types(app.Assembly.GlobalNamespace).Where(Listing.IsGenerated).SelectMany(static type => type.GetTypeMembers().Add(type)).Where(Listing.IsShown)
            .SelectMany(Bases).Where(Listing.IsShown).Select(static type => type.ToDisplayString(Qualified)["HiveGen.".Length..] + (type.Arity == 0 ? "" : $"`{type.Arity}"));
        Assert.Equal([], bases.Distinct().Except(names));
        string tables = string.Join('\n', names.Select(name =>
        {
            INamedTypeSymbol type = app.GetTypeByMetadataName("HiveGen." + name) ?? throw new InvalidOperationException($"There is no HiveGen.{name}.");
            return $"### {type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat).Replace("HiveGen.", "", StringComparison.Ordinal).Replace("Targets.", "", StringComparison.Ordinal).Replace("<", "\\<", StringComparison.Ordinal)}\n\n{XmlDocs.Summary(type.GetDocumentationCommentId()!)}\n{Listing.Table(type)}";
        }));
        GeneratedPart.Match(Name, "inherited", tables);
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? parent = type.BaseType; parent is { ContainingNamespace: { } space } && space.ToDisplayString().StartsWith("HiveGen", StringComparison.Ordinal); parent = parent.BaseType)
        {
            yield return parent.OriginalDefinition;
        }
    }

    private static CSharpCompilation App()
    {
        string source = string.Concat(new Page(Name).Fences().Where(static fence => fence.Marked("source") is not null).Select(static fence => fence.Code));
        (CSharpCompilation app, ImmutableArray<Diagnostic> told) = DocsApp.Generate(DocsApp.Compile([DocsApp.Parse("namespace Shop;\n" + source, "Source.cs")]));
        Assert.Empty(told.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return app;
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) => space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(Types));
}
