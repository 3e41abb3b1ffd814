using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace HiveGen.Docs.Tests.Reference;

/// <summary>Writes down what of an app's types is for people: public, and not hidden from completion.</summary>
internal static class Listing
{
    private static readonly SymbolDisplayFormat Format = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeModifiers,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeModifiers | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The public members of a type that stand in generated files, as C# without bodies.</summary>
    public static string Generated(INamedTypeSymbol type)
    {
        StringBuilder text = new();
        Write(text, type, "");
        return text.ToString();
    }

    /// <summary>The public members of a type of the runtime, as a table; nothing where it has none of its own.</summary>
    public static string Table(INamedTypeSymbol type)
    {
        string rows = string.Concat(Shown(type, static _ => true).Where(static member => member is not INamedTypeSymbol)
            .Select(member => $"| `{Cell(Text(member)["public ".Length..])}` | {Cell(XmlDocs.Summary(member.OriginalDefinition.GetDocumentationCommentId()!) ?? "The same.")} |\n"));
        return rows.Length == 0 ? "" : $"\n| member | what it does |\n| --- | --- |\n{rows}";
    }

    /// <summary>Whether a symbol is for people.</summary>
    public static bool IsShown(ISymbol symbol)
        => symbol is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false, IsOverride: false }
            && symbol is not IMethodSymbol { MethodKind: not (MethodKind.Ordinary or MethodKind.UserDefinedOperator) }
            && !symbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "EditorBrowsableAttribute");

    public static bool IsGenerated(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Any(static reference => reference.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));

    private static IEnumerable<ISymbol> Shown(INamedTypeSymbol type, Func<ISymbol, bool> isWanted) => type.GetMembers().Where(member => IsShown(member) && isWanted(member));

    private static void Write(StringBuilder text, INamedTypeSymbol type, string indent)
    {
        ISymbol[] members = [.. Shown(type, IsGenerated)];
        INamedTypeSymbol? parent = type.BaseType;
        while (parent is { SpecialType: SpecialType.None } && !IsShown(parent))
        {
            parent = parent.BaseType;
        }

        string bases = parent is { SpecialType: SpecialType.None } ? $" : {parent.ToDisplayString(Format)}" : "";
        string header = $"public {(type.IsStatic ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "")}{(type.DeclaringSyntaxReferences.Length > 1 ? "partial " : "")}class {type.ToDisplayString(Format)}{bases}";
        if (members is [IPropertySymbol only])
        {
            text.Append($"{indent}{header} {{ {Text(only)} }}\n");
            return;
        }

        text.Append($"{indent}{header}\n{indent}{{\n");
        foreach (ISymbol member in members)
        {
            if (member is INamedTypeSymbol nested)
            {
                text.Append('\n');
                Write(text, nested, indent + "    ");
            }
            else
            {
                string code = Text(member);
                text.Append($"{indent}    {code}{(code[^1] is '}' ? "" : ";")}{(Summary(member) is { Length: > 0 } summary ? $"    // {summary}" : "")}\n");
            }
        }

        text.Append($"{indent}}}\n");
    }

    private static string Text(ISymbol member) => member.ToDisplayString(Format).Replace(" = default(CancellationToken)", " = default", StringComparison.Ordinal);

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Summary(ISymbol member)
        => member.GetDocumentationCommentXml() is { Length: > 0 } xml && XElement.Parse($"<doc>{xml}</doc>").Descendants("summary").FirstOrDefault() is { } summary
            ? XmlDocs.Markdown(summary).Replace("`", "", StringComparison.Ordinal)
            : "";
}
