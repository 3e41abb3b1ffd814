using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace HiveGen.Analyzers.Tests;

/// <summary>Applies the fixes of a rule to an app in a workspace: one finding, or all at once.</summary>
internal static class Fixes
{
    private static readonly CodeFixProvider[] Providers =
    [
        .. typeof(HiveGen.CodeFixes.LocalOnlyFix).Assembly.GetTypes().Where(static type => type.IsDefined(typeof(ExportCodeFixProviderAttribute), inherit: false)).Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    public static IEnumerable<string> FixableIds => Providers.SelectMany(static provider => provider.FixableDiagnosticIds);

    /// <summary>Requires that fixing the only finding, and fixing all findings at once, both make this of the source.</summary>
    public static async Task ExpectAsync(string id, string source, string expected)
    {
        Document fixedOne = await FixAllAsync(id, source);
        Assert.Equal(expected.ReplaceLineEndings("\n"), (await fixedOne.GetTextAsync()).ToString());
        Document single = await FixFirstAsync(id, source) ?? throw new InvalidOperationException("No fix was offered.");
        if ((await FindAsync(await single.Project.GetDocument(single.Id)!.Project.GetCompilationAsync() as CSharpCompilation, id)).Length == 0)
        {
            Assert.Equal(expected.ReplaceLineEndings("\n"), (await single.GetTextAsync()).ToString());
        }

        Assert.Empty(await FindAsync(await Regenerated(fixedOne), id));
    }

    /// <returns>Null when no fix is offered.</returns>
    public static async Task<Document?> FixFirstAsync(string id, string source)
    {
        Document document = Open(source);
        Diagnostic first = (await FindAsync(await document.Project.GetCompilationAsync() as CSharpCompilation, id))[0];
        List<CodeAction> offered = [];
        CodeFixProvider provider = Providers.Single(candidate => candidate.FixableDiagnosticIds.Contains(id));
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, first, (action, _) => offered.Add(action), CancellationToken.None));
        return offered.Count == 0 ? null : await ApplyAsync(document, Assert.Single(offered));
    }

    private static async Task<Document> FixAllAsync(string id, string source)
    {
        Document document = Open(source);
        CodeFixProvider provider = Providers.Single(candidate => candidate.FixableDiagnosticIds.Contains(id));
        FixAllContext context = new(document, provider, FixAllScope.Document, id, [id], new Finder(id), CancellationToken.None);
        CodeAction action = await provider.GetFixAllProvider()!.GetFixAsync(context) ?? throw new InvalidOperationException("No fix for all was offered.");
        return await ApplyAsync(document, action);
    }

    private static async Task<Document> ApplyAsync(Document document, CodeAction action)
    {
        ApplyChangesOperation change = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        return change.ChangedSolution.GetDocument(document.Id)!;
    }

    private static Document Open(string source)
    {
        CSharpCompilation app = App.Generate(App.Compile(App.References, source.ReplaceLineEndings("\n")));
        AdhocWorkspace workspace = new();
        ProjectId id = ProjectId.CreateNewId();
        Solution solution = workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(id, VersionStamp.Default, "Tests.App", "Tests.App", LanguageNames.CSharp, compilationOptions: app.Options, parseOptions: App.ParseOptions, metadataReferences: App.References));
        DocumentId user = DocumentId.CreateNewId(id);
        foreach (SyntaxTree tree in app.SyntaxTrees)
        {
            solution = solution.AddDocument(tree.FilePath == "Source0.cs" ? user : DocumentId.CreateNewId(id), tree.FilePath, SourceText.From(tree.ToString()), filePath: tree.FilePath);
        }

        return solution.GetDocument(user)!;
    }

    private static async Task<CSharpCompilation> Regenerated(Document document) => App.Generate(App.Compile(App.References, (await document.GetTextAsync()).ToString()));

    private static async Task<Diagnostic[]> FindAsync(CSharpCompilation? compilation, string id) => [.. (await Findings.OfAsync(compilation!)).Where(diagnostic => diagnostic.Id == id)];

    private sealed class Finder(string id) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
            => (await GetAllDiagnosticsAsync(document.Project, cancellationToken)).Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == document.FilePath);

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => await FindAsync(await project.GetCompilationAsync(cancellationToken) as CSharpCompilation, id);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
