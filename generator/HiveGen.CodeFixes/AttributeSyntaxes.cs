using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HiveGen.CodeFixes;

/// <summary>Writes attributes of HiveGen, as short as the file's usings allow.</summary>
internal static class AttributeSyntaxes
{
    /// <summary>Puts the attribute before everything else of a member: on a line of its own where the first attribute has one, else on the same line.</summary>
    public static MemberDeclarationSyntax Add(MemberDeclarationSyntax member, string name, SemanticModel model)
    {
        SyntaxTriviaList leading = member.GetLeadingTrivia();
        bool ownLine = member is BaseTypeDeclarationSyntax || (member.AttributeLists.Count > 0 && member.AttributeLists[0].GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia));
        SyntaxTriviaList trailing = ownLine ? SyntaxFactory.TriviaList(LineEnd(member)) : SyntaxFactory.TriviaList(SyntaxFactory.Space);
        AttributeListSyntax list = Of(name, member, model).WithLeadingTrivia(leading).WithTrailingTrivia(trailing);
        MemberDeclarationSyntax rest = member.WithLeadingTrivia(ownLine ? Indentation(leading) : default);
        return rest.WithAttributeLists(rest.AttributeLists.Insert(0, list));
    }

    /// <summary>Puts the attribute of the property before a parameter in the head of a record.</summary>
    public static ParameterSyntax AddToProperty(ParameterSyntax parameter, string name, SemanticModel model)
    {
        AttributeListSyntax list = Of(name, parameter, model, "property: ").WithLeadingTrivia(parameter.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space);
        ParameterSyntax rest = parameter.WithLeadingTrivia();
        return rest.WithAttributeLists(rest.AttributeLists.Insert(0, list));
    }

    /// <summary>Parsed and not put together, because the formatter would break the lines of what is put together.</summary>
    private static AttributeListSyntax Of(string name, SyntaxNode place, SemanticModel model, string target = "")
    {
        ImmutableArray<ISymbol> known = model.LookupNamespacesAndTypes(place.SpanStart, name: name + "Attribute");
        string text = known is [{ ContainingNamespace: { Name: "HiveGen", ContainingNamespace.IsGlobalNamespace: true } }] ? name : "global::HiveGen." + name;
        return SyntaxFactory.ParseMemberDeclaration("[" + target + text + "] int _;")!.AttributeLists[0];
    }

    private static SyntaxTriviaList Indentation(SyntaxTriviaList leading)
        => leading.Count > 0 && leading[leading.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(leading[leading.Count - 1]) : default;

    /// <summary>The file's own line end.</summary>
    private static SyntaxTrivia LineEnd(SyntaxNode node)
    {
        foreach (SyntaxTrivia trivia in node.SyntaxTree.GetRoot().DescendantTrivia())
        {
            if (trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            {
                return trivia;
            }
        }

        return SyntaxFactory.LineFeed;
    }
}
