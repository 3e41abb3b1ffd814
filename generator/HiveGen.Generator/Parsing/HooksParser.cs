using System.Collections.Generic;
using System.Threading;
using HiveGen.Generator.Diagnostics;
using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Parsing;

/// <summary>
/// Reads a class marked <c>[HiveHooks]</c>. Its base, <c>Account.Hooks</c>, is generated and therefore unknown to the compiler
/// here: an error type that still says in which class it was looked for.
/// </summary>
internal static class HooksParser
{
    private static readonly string[] Hooks =
    [
        "BeforeAdd", "Add", "AfterAdd", "FollowingAdd", "BeforeSet", "Set", "AfterSet", "FollowingSet",
        "BeforeRemove", "Remove", "AfterRemove", "FollowingRemove",
        "BeforeGet", "Get", "AfterGet", "ResolvingGet", "BeforeCount", "Count", "AfterCount", "ResolvingCount",
    ];

    public static Parsed<HooksSpec> Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.TargetSymbol;
        string name = SymbolNames.FullName(type);
        DiagnosticSink sink = new();
        bool[] overridden = new bool[Hooks.Length];
        INamedTypeSymbol? model = null;
        for (INamedTypeSymbol? current = type; current is not null && model is null; current = current.BaseType)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Note(current, overridden);
            model = current.BaseType is { Name: "Hooks" } hooks && hooks.ContainingSymbol is INamedTypeSymbol owner && LinkParser.ModelAttribute(owner) is not null
                ? owner
                : null;
        }

        if (model is null)
        {
            sink.Add(Rules.NotHooks, type, type.Name);
        }

        Marks.CheckAlone(type, "HiveHooks", sink);
        string? problem = type.IsAbstract ? "is abstract, so dependency injection cannot make it"
            : type.IsGenericType ? "is generic, so dependency injection cannot make it"
            : !IsReachable(type) ? "must be internal or public, and stand in no private type"
            : null;
        if (problem is not null)
        {
            sink.Add(Rules.UnusableClass, type, type.Name, problem);
        }

        if (model is null)
        {
            return new(null, name, type.Locations[0], sink.ToArray());
        }

        List<string> points = [];
        for (int i = 0; i < Hooks.Length; i++)
        {
            if (overridden[i])
            {
                points.Add(Hooks[i]);
            }
        }

        return new(new HooksSpec(name, SymbolNames.FullName(model), new(points), !sink.Any), name, type.Locations[0], sink.ToArray());
    }

    private static void Note(INamedTypeSymbol type, bool[] overridden)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IMethodSymbol { IsOverride: true, IsAbstract: false, Parameters.Length: 1 })
            {
                int hook = System.Array.IndexOf(Hooks, member.Name);
                if (hook >= 0)
                {
                    overridden[hook] = true;
                }
            }
        }
    }

    private static bool IsReachable(INamedTypeSymbol symbol)
    {
        for (INamedTypeSymbol? type = symbol; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal || type.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }
}
