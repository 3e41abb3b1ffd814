using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using HiveGen.Generator.Diagnostics;
using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Parsing;

/// <summary>Reads a class marked <c>[HiveTarget]</c>.</summary>
internal static class TargetParser
{
    private static readonly string[] Suffixes = ["Base"];

    public static Parsed<TargetSpec> Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.TargetSymbol;
        DiagnosticSink sink = new();
        TypeSpec? spec = TypeParser.Parse(type, context.TargetNode, sink);
        if (type.IsAbstract)
        {
            sink.Add(Rules.UnusableClass, type, type.Name, "is abstract, so it cannot be made");
        }

        Marks.CheckAlone(type, "HiveTarget", sink);
        if (type.IsRecord)
        {
            sink.Add(Rules.UnusableClass, type, type.Name, "is a record; a target is a class");
        }

        if (type.BaseType is { SpecialType: not SpecialType.System_Object })
        {
            sink.Add(Rules.UnusableClass, type, type.Name, "has a base class, but a [HiveTarget] is given a generated one");
        }

        MemberNames.CheckBeside(type, Suffixes, sink);
        string name = context.Attributes[0] is { ConstructorArguments: [{ Value: string given }] } ? given : "";
        if (name.Trim().Length == 0)
        {
            sink.Add(Rules.BadName, context.Attributes[0], type, name, "the name of a target");
        }

        return new(sink.Any || spec is null ? null : new TargetSpec(spec, name), SymbolNames.FullName(type), type.Locations[0], sink.ToArray());
    }

    /// <summary>The targets by name, without those that have a name of an earlier one.</summary>
    public static ImmutableArray<TargetSpec> Distinct(ImmutableArray<TargetSpec> targets)
    {
        List<TargetSpec> sorted = [.. targets];
        sorted.Sort(static (left, right) => string.CompareOrdinal(left.Type.FullName, right.Type.FullName));
        ImmutableArray<TargetSpec>.Builder distinct = ImmutableArray.CreateBuilder<TargetSpec>(sorted.Count);
        foreach (TargetSpec target in sorted)
        {
            if (Twin(distinct, target) is null)
            {
                distinct.Add(target);
            }
        }

        return distinct.ToImmutable();
    }

    /// <summary>Which targets have a name of an earlier one.</summary>
    public static EquatableArray<DiagnosticInfo> DiagnoseSeveral(ImmutableArray<Parsed<TargetSpec>> parsed)
    {
        List<Parsed<TargetSpec>> sorted = [.. parsed];
        sorted.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        List<TargetSpec> earlier = [];
        DiagnosticSink sink = new();
        foreach (Parsed<TargetSpec> target in sorted)
        {
            if (target.Spec is { } spec && Twin(earlier, spec) is { } twin)
            {
                (string what, string name) = twin.Name == spec.Name ? ("name", spec.Name) : ("class name", spec.Type.Name);
                sink.Add(Rules.SameTarget, target.Location, spec.Type.HintName, twin.Type.HintName, what, name);
            }
            else if (target.Spec is not null)
            {
                earlier.Add(target.Spec);
            }
        }

        return sink.ToArray();
    }

    private static TargetSpec? Twin(IEnumerable<TargetSpec> earlier, TargetSpec target)
    {
        foreach (TargetSpec other in earlier)
        {
            if (other.Name == target.Name || other.Type.Name == target.Type.Name)
            {
                return other;
            }
        }

        return null;
    }
}
