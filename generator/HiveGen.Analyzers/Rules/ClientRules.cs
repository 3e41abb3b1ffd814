using Microsoft.CodeAnalysis;

namespace HiveGen.Analyzers.Rules;

/// <summary>The rules of the client.</summary>
internal static class ClientRules
{
    public static readonly DiagnosticDescriptor QueryDropped = Rule.Warning("HIVE0301", Categories.Client, "The query is dropped", "'{0}' changes nothing and gives a new query, which is dropped here");

    public static readonly DiagnosticDescriptor FilterWithoutEffect = Rule.Warning("HIVE0302", Categories.Client, "The filter has no effect", "{0}");

    public static readonly DiagnosticDescriptor EveryRecord = Rule.Suggestion("HIVE0303", Categories.Client, "Every record of a model is written", "'{0}' reaches every {1} there is; filter with Where unless that is meant");

    public static readonly DiagnosticDescriptor NotAwaited = Rule.Warning("HIVE0304", Categories.Client, "The write is not awaited", "'{0}' is not awaited: its failure is lost, and nobody knows when the write is durable");

    public static readonly DiagnosticDescriptor InterpolatedSql = Rule.Warning("HIVE0305", Categories.Security, "SQL is put together from texts", "This SQL is put together from values; give them as parameters, so that no value can become SQL");
}
