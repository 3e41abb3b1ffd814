using System.Collections.Immutable;
using HiveGen.Analyzers.Rules;
using HiveGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HiveGen.Analyzers.Hooks;

/// <summary>HIVE0201, HIVE0202: hooks that nobody calls.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HookClassAnalyzer : HiveAnalyzer
{
    /// <summary>The property of a finding that names the hook that was meant.</summary>
    internal const string MeantHook = "Hook";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [HookRules.NotMarked, HookRules.NotAHook];

    private protected override void Start(CompilationStartAnalysisContext context, HiveTypes types)
    {
        if (types.ModelHooks is not null)
        {
            context.RegisterSymbolAction(symbol => Analyze(symbol, types), SymbolKind.NamedType);
        }
    }

    private static void Analyze(SymbolAnalysisContext context, HiveTypes types)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || type.BaseType.FindBase(types.ModelHooks) is not { } hooks || type.Name == "Hooks")
        {
            return;
        }

        if (!type.IsAbstract && !type.Has(types.HooksMark))
        {
            context.ReportDiagnostic(Diagnostic.Create(HookRules.NotMarked, type.Locations[0], type.Name, hooks.TypeArguments[0].Name));
        }

        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsOverride: false } method)
            {
                Analyze(context, method, types);
            }
        }
    }

    private static void Analyze(SymbolAnalysisContext context, IMethodSymbol method, HiveTypes types)
    {
        string? hook = method.Parameters is [{ Type: INamedTypeSymbol parameter }] && parameter.FindBase(types.HookEvent) is not null ? HookNames.OfEvent(parameter.Name) : null;
        if (hook is not null && method.Name == hook)
        {
            Report(context, method, "it hides '" + hook + "', so say 'override'", hook);
        }
        else if (HookNames.IsHook(method.Name) && method.DeclaredAccessibility == Accessibility.Public)
        {
            Report(context, method, "its only parameter must be the event of '" + method.Name + "'", hook: null);
        }
        else if (hook is not null && HookNames.IsMeant(method.Name, hook))
        {
            Report(context, method, "by its event it is meant to be '" + hook + "'", hook);
        }
    }

    private static void Report(SymbolAnalysisContext context, IMethodSymbol method, string advice, string? hook)
        => context.ReportDiagnostic(Diagnostic.Create(HookRules.NotAHook, method.Locations[0], ImmutableDictionary<string, string?>.Empty.Add(MeantHook, hook), method.Name, advice));
}
