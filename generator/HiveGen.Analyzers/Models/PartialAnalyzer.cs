using System.Collections.Immutable;
using HiveGen.Analyzers.Rules;
using HiveGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HiveGen.Analyzers.Models;

/// <summary>HIVE0001, HIVE0002: the generator writes the other part of a class, and of the types around it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PartialAnalyzer : HiveAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ModelRules.NotPartial, ModelRules.ContainerNotPartial];

    private protected override void Start(CompilationStartAnalysisContext context, HiveTypes types)
        => context.RegisterSymbolAction(symbol => Analyze(symbol, types), SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context, HiveTypes types)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || type.IsStatic || type.IsFileLocal || type.IsGenericType || Mark(type, types) is not { } mark
            || mark.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).Parent?.Parent is not TypeDeclarationSyntax declaration)
        {
            return;
        }

        if (!IsPartial(declaration))
        {
            context.ReportDiagnostic(Diagnostic.Create(ModelRules.NotPartial, declaration.Identifier.GetLocation(), type.Name));
        }

        for (SyntaxNode? parent = declaration.Parent; parent is TypeDeclarationSyntax outer; parent = parent.Parent)
        {
            if (!IsPartial(outer))
            {
                context.ReportDiagnostic(Diagnostic.Create(ModelRules.ContainerNotPartial, declaration.Identifier.GetLocation(), type.Name, outer.Identifier.ValueText));
                return; // the fix mends them all
            }
        }
    }

    private static AttributeData? Mark(INamedTypeSymbol type, HiveTypes types)
    {
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass.Is(types.Model) || attribute.AttributeClass.Is(types.Database) || attribute.AttributeClass.Is(types.Target))
            {
                return attribute;
            }
        }

        return null;
    }

    private static bool IsPartial(TypeDeclarationSyntax declaration) => declaration.Modifiers.Any(SyntaxKind.PartialKeyword);
}
