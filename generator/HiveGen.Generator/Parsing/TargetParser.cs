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
}
