using System.Collections.Immutable;
using HiveGen.Analyzers.Rules;
using HiveGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HiveGen.Analyzers.Models;

/// <summary>What can be said of a model from its symbols alone.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelAnalyzer : HiveAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        ModelRules.Unchecked, ModelRules.CascadeRing, ModelRules.UniqueNullable, ModelRules.UniqueOverNullable, ModelRules.Secret,
        ModelRules.LinkToUnsynced, ModelRules.DefaultDoesNotFit, ModelRules.TextTooLong, ModelRules.NotStored, ModelRules.MutableCollection,
    ];

    private protected override void Start(CompilationStartAnalysisContext context, HiveTypes types)
    {
        RuleAttributes rules = new(context.Compilation);
        ImmutableArray<TextLimit> limits = TextLimit.Of(context.Compilation);
        context.RegisterSymbolAction(symbol => Analyze(symbol, types, rules, limits), SymbolKind.NamedType);
        context.RegisterOperationAction(initializer => DefaultCheck.Run(initializer, types, rules), OperationKind.PropertyInitializer, OperationKind.ParameterInitializer);
    }

    private static void Analyze(SymbolAnalysisContext context, HiveTypes types, RuleAttributes rules, ImmutableArray<TextLimit> limits)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || type.Find(types.Model) is not { } mark)
        {
            return;
        }

        ModelView model = new(type, mark.Named("Sync") is string, types, context);
        UniqueCheck.RunOnClass(model);
        foreach (IPropertySymbol property in model.Properties(rules))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (!model.IsStored(property))
            {
                NotStoredCheck.Run(model, property);
                continue;
            }

            UncheckedCheck.Run(model, property, rules);
            UniqueCheck.RunOnProperty(model, property);
            LinkCheck.Run(model, property);
            SecretCheck.Run(model, property);
            TextLimitCheck.Run(model, property, rules, limits);
            CollectionCheck.Run(model, property);
            EnumDefaultCheck.Run(model, property);
        }
    }
}
