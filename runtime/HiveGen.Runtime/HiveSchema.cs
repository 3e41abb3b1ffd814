using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HiveGen.Json;
using HiveGen.Migrations;
using HiveGen.Targets;

namespace HiveGen;

/// <summary>Everything the generator knows of an app: its models and its hooks. Immutable and thread-safe.</summary>
/// <param name="models">Every model, in any order.</param>
/// <param name="hooks">Every class of hooks.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HiveSchema(IReadOnlyList<HiveModel> models, IReadOnlyList<HookRegistration> hooks)
{
    /// <summary>Every model, linked models before those that link to them.</summary>
    public IReadOnlyList<HiveModel> Models { get; } = ModelOrder.Sort(models);

    /// <summary>Every class of hooks, in the order in which they run.</summary>
    public IReadOnlyList<HookRegistration> Hooks { get; } = hooks;

    /// <summary>The synced side of every model that leaves the Hive, linked models before those that link to them.</summary>
    public IReadOnlyList<SyncModel> Synced => SyncRegistry.Of(this).Models;

    /// <summary>The JSON metadata of records, lists of them, DTOs, enums and what their properties are made of; null for another type.</summary>
    public JsonTypeInfo? Json(Type type, JsonSerializerOptions options)
    {
        foreach (HiveModel model in Models)
        {
            if (model.Json(type, options) is { } info)
            {
                return info;
            }
        }

        return HivePrimitives.GetTypeInfo(type, options);
    }
}
