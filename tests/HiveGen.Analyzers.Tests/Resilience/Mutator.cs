using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HiveGen.Analyzers.Tests.Resilience;

/// <summary>Breaks and bends sources as people do while they type, and as nobody ever would. The same numbers give the same mutants.</summary>
internal sealed class Mutator(Random random)
{
    /// <summary>One to three changes of the source.</summary>
    public string Mutate(string source)
    {
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            SyntaxNode root = App.Parse(source, "M.cs").GetRoot();
            source = random.Next(3) == 0 ? Tokens(source, root) : Members(source, root);
        }

        return source;
    }

    /// <summary>Changes that know nothing of C#.</summary>
    private string Tokens(string source, SyntaxNode root)
    {
        SyntaxToken[] tokens = [.. root.DescendantTokens()];
        if (tokens.Length < 3)
        {
            return source + Pick(Pools.Tokens);
        }

        SyntaxToken token = Pick(tokens);
        return random.Next(7) switch
        {
            0 => Replace(source, token.Span, ""),
            1 => source.Insert(token.SpanStart, token.Text + " "),
            2 => Replace(source, token.Span, Pick(Pools.Tokens)),
            3 => source.Insert(token.SpanStart, Pick(Pools.Tokens) + " "),
            4 => source[..token.Span.End],
            5 => Replace(source, token.Span, Pick(tokens).Text),
            _ => Cut(source),
        };
    }

    /// <summary>Changes that often leave code that compiles.</summary>
    private string Members(string source, SyntaxNode root)
    {
        PropertyDeclarationSyntax[] properties = [.. root.DescendantNodes().OfType<PropertyDeclarationSyntax>()];
        TypeDeclarationSyntax[] types = [.. root.DescendantNodes().OfType<TypeDeclarationSyntax>()];
        if (properties.Length == 0 || types.Length == 0)
        {
            return Tokens(source, root);
        }

        PropertyDeclarationSyntax property = Pick(properties);
        TypeDeclarationSyntax type = Pick(types);
        SyntaxNode member = random.Next(4) == 0 ? type : property;
        switch (random.Next(16))
        {
            case 0 or 1: return Replace(source, property.Type.Span, Pick(Pools.Types));
            case 2 or 3: return source.Insert(property.SpanStart, Pick(Pools.Attributes) + " ");
            case 4: return source.Insert(type.SpanStart, Pick(Pools.ClassAttributes) + " ");
            case 5: return Replace(source, property.Identifier.Span, Pick(Pools.Names));
            case 6: return Rename(source, type.Identifier.ValueText, Pick(Pools.Names));
            case 7: return Accessors(source, property);
            case 8: return property.Initializer is { } value ? Replace(source, TextSpan.FromBounds(value.SpanStart, property.Span.End), Pick(Pools.Initialisers)) : source.Insert(property.Span.End, Pick(Pools.Initialisers));
            case 9: return source.Insert((property.Modifiers.Count > 0 ? property.Modifiers[0] : property.Type.GetFirstToken()).SpanStart, Pick(Pools.Modifiers) + " ");
            case 10: return source.Insert(member.Span.End, "\n" + member);
            case 11: return Replace(source, member.Span, "");
            case 12: return Replace(source, TextSpan.FromBounds((type.Modifiers.Count > 0 ? type.Modifiers[0] : type.Keyword).SpanStart, type.Keyword.Span.End), Pick(Pools.Heads));
            case 13: return Wrap(source, type);
            case 14: return source.Insert(type.Identifier.Span.End, Pick(["<T>", "<>", "<T> where T : class", "(int X)", "(string Name)", "()", " : Base", " : First", " : IDisposable", " : Missing", "(int X, params int[] More)", " : List<int>"]));
            default: return source.Insert(property.SpanStart, $"public {Pick(Pools.Types)} {Pick(Pools.Names)}{Pick(Pools.Accessors)}\n");
        }
    }

    private string Accessors(string source, PropertyDeclarationSyntax property)
        => Replace(source, TextSpan.FromBounds(property.Identifier.Span.End, (property.AccessorList?.Span ?? property.ExpressionBody?.Span ?? property.Span).End), Pick(Pools.Accessors));

    private string Wrap(string source, SyntaxNode type)
    {
        string around = Pick(["public partial class W { # }", "public class W { # }", "public static partial class W<T> { # }", "partial struct W { # }", "private partial class W { # }", "public partial interface W { # }", "public partial class First { # }", "public partial record W(int X) { # }", "file partial class W { # }", "public partial class @new { # }"]);
        return Replace(source, type.Span, around.Replace("#", type.ToString(), StringComparison.Ordinal));
    }

    private string Rename(string source, string name, string to) => name.Length == 0 ? source : source.Replace(name, to, StringComparison.Ordinal);

    private string Cut(string source)
    {
        int start = random.Next(source.Length);
        return source.Remove(start, Math.Min(random.Next(1, 12), source.Length - start));
    }

    private static string Replace(string source, TextSpan span, string text) => source.Remove(span.Start, span.Length).Insert(span.Start, text);

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];
}
