using System.Collections.Generic;
using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Diagnostics;

/// <summary>Collects what is wrong with one annotated class; costs nothing while nothing is.</summary>
internal sealed class DiagnosticSink
{
    private List<DiagnosticInfo>? diagnostics;

    /// <summary>Whether anything refuses the class; a warning does not.</summary>
    public bool Any { get; private set; }

    public EquatableArray<DiagnosticInfo> ToArray() => new(diagnostics);

    public void Add(DiagnosticDescriptor rule, ISymbol symbol, params string[] arguments) => Add(rule, symbol.Locations[0], arguments);

    public void Add(DiagnosticDescriptor rule, AttributeData attribute, ISymbol owner, params string[] arguments)
        => Add(rule, attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? owner.Locations[0], arguments);

    public void Add(DiagnosticDescriptor rule, Location location, params string[] arguments)
    {
        (diagnostics ??= []).Add(DiagnosticInfo.Of(rule, location, arguments));
        Any |= rule.DefaultSeverity == DiagnosticSeverity.Error;
    }
}
