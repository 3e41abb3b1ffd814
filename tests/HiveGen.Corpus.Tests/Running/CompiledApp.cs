using System.Reflection;
using System.Text.Json.Nodes;

namespace HiveGen.Corpus;

/// <summary>A compiled app: its database, and the recorded queries as methods.</summary>
internal sealed class CompiledApp(Assembly assembly)
{
    private readonly Type database = assembly.GetType("Tests.App.Hive", throwOnError: true)!;

    public HiveSchema Schema => (HiveSchema)database.GetProperty("Schema")!.GetValue(null)!;

    public HiveDatabase Open(HiveOptions options) => (HiveDatabase)database.GetMethod("Open")!.Invoke(null, [options])!;

    /// <summary>Runs the queries of a method that <see cref="CaseWriter"/> wrote; what they give.</summary>
    public Task<JsonArray> RunAsync(HiveDatabase hive, string method) => (Task<JsonArray>)assembly.GetType("App.Cases", throwOnError: true)!.GetMethod(method)!.Invoke(null, [hive])!;
}
