using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HiveGen.Package.Tests;

/// <summary>What an assembly shows to the code that references it, as lines that read like C#, sorted.</summary>
internal static class PublicApi
{
    private static readonly MetadataReference[] Platform =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path))];

    /// <summary>First what people use, then what is there for generated code and adapters (EditorBrowsable.Never).</summary>
    public static string Of(string assembly)
    {
        IAssemblySymbol symbol = CSharpCompilation.Create("Reader", references: Platform).SourceModule.ReferencedAssemblySymbols.Single(reference => reference.Name == assembly);
        INamedTypeSymbol[] types = [.. Types(symbol.GlobalNamespace).OrderBy(static type => type.ToDisplayString(ApiFormat.Name), StringComparer.Ordinal)];
        return Chapter("# Public", types.Where(static type => !IsPlumbing(type))) + Chapter("\n# Plumbing, for generated code and adapters (EditorBrowsable.Never)", types.Where(IsPlumbing));
    }

    private static string Chapter(string title, IEnumerable<INamedTypeSymbol> types)
    {
        string[] texts = [.. types.Select(Describe)];
        return texts.Length == 0 ? "" : title + "\n\n" + string.Join('\n', texts);
    }

    private static string Describe(INamedTypeSymbol type)
    {
        string head = ApiFormat.Head(type);
        if (type.TypeKind == TypeKind.Delegate)
        {
            return head + "\n";
        }

        IEnumerable<string> members = type.GetMembers().Where(IsShown).OrderBy(member => type.TypeKind == TypeKind.Enum ? "" : member.Name, StringComparer.Ordinal).ThenBy(member => type.TypeKind == TypeKind.Enum ? "" : ApiFormat.Member(member), StringComparer.Ordinal).Select(static member => (IsHidden(member) && !IsPlumbing(member.ContainingType) ? "[EditorBrowsable(Never)] " : "") + ApiFormat.Member(member));
        return head + "\n" + string.Concat(members.Select(static member => "    " + member + "\n"));
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        foreach (INamedTypeSymbol type in container.GetTypeMembers().Where(IsVisible))
        {
            yield return type;
            foreach (INamedTypeSymbol nested in Types(type))
            {
                yield return nested;
            }
        }

        foreach (INamedTypeSymbol type in container.GetMembers().OfType<INamespaceSymbol>().SelectMany(Types))
        {
            yield return type;
        }
    }

    private static bool IsShown(ISymbol member)
        => IsVisible(member)
        && member is not INamedTypeSymbol
        && member is not IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove }
        && !(member is IMethodSymbol && Has(member, "CompilerGeneratedAttribute")) // what every record has
        && !(member is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0 } && member.ContainingType is { IsValueType: true } or { IsStatic: true })
        && !(member is IPropertySymbol && member.Name == "EqualityContract");

    private static bool IsVisible(ISymbol symbol)
        => symbol.CanBeReferencedByName | symbol is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.UserDefinedOperator or MethodKind.Conversion } or IPropertySymbol
        && (symbol.DeclaredAccessibility == Accessibility.Public
            || (symbol.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal && symbol.ContainingType is { IsSealed: false }));

    private static bool IsPlumbing(INamedTypeSymbol type) => IsHidden(type) || (type.ContainingType is { } outer && IsPlumbing(outer));

    private static bool IsHidden(ISymbol symbol)
        => symbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "EditorBrowsableAttribute" && attribute.ConstructorArguments is [{ Value: (int)System.ComponentModel.EditorBrowsableState.Never }]);

    private static bool Has(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(one => one.AttributeClass?.Name == attribute);
}
