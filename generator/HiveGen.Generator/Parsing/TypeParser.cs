using System.Collections.Generic;
using HiveGen.Generator.Diagnostics;
using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HiveGen.Generator.Parsing;

/// <summary>
/// Where an annotated class stands, and whether more of it can be written. That of a class which is not partial is written all the
/// same: its users go on compiling while one word is missing, and an analyzer, which can offer to add it, says so.
/// </summary>
internal static class TypeParser
{
    /// <returns>Null when it was refused.</returns>
    public static TypeSpec? Parse(INamedTypeSymbol symbol, SyntaxNode node, DiagnosticSink sink)
    {
        if (node is not TypeDeclarationSyntax declaration || declaration is StructDeclarationSyntax or InterfaceDeclarationSyntax)
        {
            return null; // the attribute does not allow it, so the compiler has spoken already
        }

        string? problem = IsFileLocal(symbol) ? "is local to its file, or stands in a type that is; remove 'file'"
            : symbol.IsStatic ? "is static"
            : symbol.IsGenericType ? "is generic, or stands in a generic type"
            : !IsReachable(symbol) ? "is private or protected, or stands in a type that is; make it internal or public"
            : null;
        if (problem is not null)
        {
            sink.Add(Rules.UnusableClass, symbol, symbol.Name, problem);
            return null;
        }

        bool isVisible = symbol.DeclaredAccessibility == Accessibility.Public;
        List<ContainerSpec>? containers = null;
        INamedTypeSymbol? container = symbol.ContainingType;
        for (SyntaxNode? parent = declaration.Parent; parent is TypeDeclarationSyntax outer && container is not null; parent = parent.Parent)
        {
            isVisible &= container.DeclaredAccessibility == Accessibility.Public;
            (containers ??= []).Insert(0, new ContainerSpec(Keyword(outer), container.Name));
            container = container.ContainingType;
        }

        return new TypeSpec(
            SymbolNames.Namespace(symbol.ContainingNamespace),
            new(containers),
            symbol.IsRecord ? "record" : "class",
            symbol.Name,
            symbol.DeclaredAccessibility == Accessibility.Public,
            isVisible);
    }

    private static bool IsFileLocal(INamedTypeSymbol symbol) => symbol.IsFileLocal || (symbol.ContainingType is { } container && IsFileLocal(container));

    private static bool IsReachable(INamedTypeSymbol symbol)
    {
        for (INamedTypeSymbol? type = symbol; type is not null; type = type.ContainingType)
        {
            if (type.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }

    private static string Keyword(TypeDeclarationSyntax declaration) => declaration switch
    {
        RecordDeclarationSyntax record => record.IsKind(SyntaxKind.RecordStructDeclaration) ? "record struct" : "record",
        StructDeclarationSyntax => "struct",
        InterfaceDeclarationSyntax => "interface",
        _ => "class",
    };
}
