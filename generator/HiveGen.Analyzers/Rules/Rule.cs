using Microsoft.CodeAnalysis;

namespace HiveGen.Analyzers.Rules;

/// <summary>Makes descriptors, so that every rule has its page.</summary>
internal static class Rule
{
    public static DiagnosticDescriptor Error(string id, string category, string title, string message) => Of(id, category, title, message, DiagnosticSeverity.Error);

    public static DiagnosticDescriptor Warning(string id, string category, string title, string message) => Of(id, category, title, message, DiagnosticSeverity.Warning);

    public static DiagnosticDescriptor Suggestion(string id, string category, string title, string message) => Of(id, category, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Of(string id, string category, string title, string message, DiagnosticSeverity severity)
        => new(id, title, message, category, severity, isEnabledByDefault: true, helpLinkUri: "https://github.com/hivegen/hivegen/blob/main/docs/rules/" + id + ".md");
}
