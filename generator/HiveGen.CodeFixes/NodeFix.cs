using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace HiveGen.CodeFixes;

/// <summary>A fix that replaces the node a finding stands in. Many are fixed at once by fixing each.</summary>
/// <typeparam name="TNode">What is replaced.</typeparam>
public abstract class NodeFix<TNode> : CodeFixProvider
    where TNode : SyntaxNode
{
    private protected NodeFix()
    {
    }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (Find(root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)) is { } node && Title(node, diagnostic) is { } title)
            {
                context.RegisterCodeFix(CodeAction.Create(title, cancellationToken => ApplyAsync(context.Document, node, diagnostic, cancellationToken), equivalenceKey: diagnostic.Id), diagnostic);
            }
        }
    }

    /// <summary>What is replaced; null where nothing can be done.</summary>
    private protected virtual TNode? Find(SyntaxNode? found) => found?.FirstAncestorOrSelf<TNode>();

    /// <summary>What the fix is called; null where there is none.</summary>
    private protected abstract string? Title(TNode node, Diagnostic diagnostic);

    private protected abstract SyntaxNode Fix(TNode node, Diagnostic diagnostic, SemanticModel model);

    private async Task<Document> ApplyAsync(Document document, TNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SemanticModel model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        return document.WithSyntaxRoot(root.ReplaceNode(node, Fix(node, diagnostic, model)));
    }
}
