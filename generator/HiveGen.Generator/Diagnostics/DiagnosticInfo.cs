using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Diagnostics;

/// <summary>
/// A diagnostic on its way to the user. It holds a real location, so that <c>#pragma</c> works, and therefore never goes
/// where source is made.
/// </summary>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Rule, Location Location, EquatableArray<string> Arguments)
{
    public static DiagnosticInfo Of(DiagnosticDescriptor rule, Location location, params string[] arguments) => new(rule, location, new(arguments));

    public Diagnostic ToDiagnostic()
    {
        object[] arguments = new object[Arguments.Count];
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Arguments[i];
        }

        return Diagnostic.Create(Rule, Location, arguments);
    }
}
