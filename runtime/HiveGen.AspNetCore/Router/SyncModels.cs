using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HiveGen.Targets;

namespace HiveGen.Router;

/// <summary>The allow-list: the models that have a sync name, each with the reader of its records. Immutable and thread-safe.</summary>
internal sealed class SyncModels
{
    private const int MaxName = 128;

    private readonly FrozenDictionary<string, RecordReader> readers;
    private readonly FrozenDictionary<string, RecordReader>.AlternateLookup<ReadOnlySpan<char>> byName;

    /// <summary>These models, whose JSON these resolvers know.</summary>
    /// <exception cref="HiveException">No resolver knows a model.</exception>
    public SyncModels(HiveTargets targets, IEnumerable<HiveJsonResolver> resolvers)
    {
        // Options of our own: what the app does to its JSON must not change the wire.
        JsonSerializerOptions json = new()
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine([.. resolvers.Select(static r => r.Resolver)]),
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        };
        readers = targets.Models.Select(model => new RecordReader(model, TypeInfo(model, json))).ToFrozenDictionary(static r => r.Model.Name, StringComparer.Ordinal);
        byName = readers.GetAlternateLookup<ReadOnlySpan<char>>();
        OwnHome = targets.Home;
        All = [.. readers.Values.OrderBy(static r => r.Model.Name, StringComparer.Ordinal)];
    }

    /// <summary>The id of the app's own Hive, which sends to the same targets by itself; null when there is none.</summary>
    public string? OwnHome { get; }

    /// <summary>Every reader, by the name of its model.</summary>
    public IReadOnlyList<RecordReader> All { get; }

    /// <summary>The reader of the model whose name is written so; null when there is none.</summary>
    public RecordReader? Find(ReadOnlySpan<byte> name)
    {
        Span<char> text = stackalloc char[MaxName];
        return name.Length <= MaxName && byName.TryGetValue(text[..Encoding.UTF8.GetChars(name, text)], out RecordReader? reader) ? reader : null;
    }

    /// <summary>The reader of the model; null, with a violation, when it is not allowed.</summary>
    public RecordReader? Find(string model, ref Violations violations)
    {
        if (!readers.TryGetValue(model, out RecordReader? reader))
        {
            violations.Add("model", $"'{JsonText.Shown(model)}' is unknown. Known are {string.Join(", ", All.Select(static r => r.Model.Name))}.");
        }

        return reader;
    }

    private static JsonTypeInfo TypeInfo(SyncModel model, JsonSerializerOptions json)
    {
        if (!json.TryGetTypeInfo(model.RecordType, out JsonTypeInfo? info))
        {
            throw NoMetadata(model);
        }

        HashSet<string> settable = [.. info.Properties.Where(static property => property.Set is not null).Select(static property => property.Name)];
        SyncField? missing = model.Fields.FirstOrDefault(field => !settable.Contains(field.Name));
        return missing is null ? info : throw new HiveException($"The JSON metadata of {model.RecordType} has no settable '{missing.Name}'; build the models' project again.");
    }

    private static HiveException NoMetadata(SyncModel model)
        => new($"The router has no JSON metadata for {model.RecordType}. The generated AddHive() gives it where the models' project references HiveGen.AspNetCore; otherwise call builder.Services.AddHiveWeb(resolver) with the resolver generated there.");
}
