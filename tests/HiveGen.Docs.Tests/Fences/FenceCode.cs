using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HiveGen.Docs.Tests.Fences;

/// <summary>The C# of a fence, sorted into what a file may hold: usings, statements, members of a class, types.</summary>
internal sealed class FenceCode
{
    private FenceCode(string usings, string statements, string members, string types, HashSet<string> declared)
        => (Usings, Statements, Members, Types, Declared) = (usings, statements, members, types, declared);

    public string Usings { get; }

    public string Statements { get; }

    public string Members { get; }

    public string Types { get; }

    /// <summary>The names of its types.</summary>
    public IReadOnlySet<string> Declared { get; }

    /// <summary>Reads the code; what its lines are in the page stays said by <c>#line</c>.</summary>
    public static FenceCode Of(Pages.Fence fence)
    {
        CompilationUnitSyntax unit = (CompilationUnitSyntax)DocsApp.Parse(fence.Code, fence.Page).GetRoot();
        return new FenceCode(
            Part(unit.Usings),
            Part(unit.Members.OfType<GlobalStatementSyntax>().Where(static member => !IsMember(member))),
            Part(unit.Members.Where(static member => IsMember(member))),
            Part(unit.Members.Where(static member => member is BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax or DelegateDeclarationSyntax)),
            [.. unit.Members.OfType<BaseTypeDeclarationSyntax>().Select(static type => type.Identifier.Text)]);

        string Part(IEnumerable<SyntaxNode> nodes)
            => string.Concat(nodes.Select(node => $"\n#line {fence.Line + node.SyntaxTree.GetLineSpan(node.FullSpan).StartLinePosition.Line} \"{fence.Page}\"\n{node.ToFullString()}\n#line default\n"));
    }

    // At the top of a file the parser takes a method with modifiers for a local function.
    private static bool IsMember(MemberDeclarationSyntax member)
        => member is GlobalStatementSyntax { Statement: LocalFunctionStatementSyntax local } ? local.Modifiers.Any(SyntaxKind.PublicKeyword)
            : member is MethodDeclarationSyntax or PropertyDeclarationSyntax or FieldDeclarationSyntax;
}
