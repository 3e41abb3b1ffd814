namespace HiveGen.Tests;

/// <summary>The models at one time, and what each of their names was a step before.</summary>
/// <param name="Models">The models.</param>
/// <param name="Before">The former names: a table, or <c>table.column</c> by its new table and name.</param>
internal sealed record World(IReadOnlyList<ModelShape> Models, IReadOnlyDictionary<string, string> Before)
{
    /// <summary>The models after a step, as they are before the next.</summary>
    public World Settled() => this with { Before = new Dictionary<string, string>() };

    /// <summary>The table it was; the name itself when it was not renamed.</summary>
    public string TableBefore(string table) => Before.GetValueOrDefault(table, table);

    /// <summary>The column it was.</summary>
    public string ColumnBefore(string table, string column) => Before.GetValueOrDefault($"{table}.{column}", column);

    public World With(ModelShape old, ModelShape changed) => this with { Models = [.. Models.Select(model => ReferenceEquals(model, old) ? changed : model)] };
}
