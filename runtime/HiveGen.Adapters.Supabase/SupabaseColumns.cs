using System.Collections.Concurrent;
using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Supabase;

/// <summary>The columns of a model as members of JSON, escaped once. Immutable.</summary>
internal sealed class SupabaseColumns
{
    private static readonly ConcurrentDictionary<SyncModel, SupabaseColumns> Known = new();

    private SupabaseColumns(SyncModel model)
        => Names = [.. model.Fields.Select(static field => JsonEncodedText.Encode(field.Column))];

    /// <summary>The names, in field order.</summary>
    public JsonEncodedText[] Names { get; }

    /// <summary>Those of a model.</summary>
    public static SupabaseColumns Of(SyncModel model) => Known.TryGetValue(model, out SupabaseColumns? known) ? known : Known.GetOrAdd(model, static made => new(made));
}
