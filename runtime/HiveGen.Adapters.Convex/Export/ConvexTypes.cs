using HiveGen.Targets;

namespace HiveGen.Adapters.Convex.Export;

/// <summary>The validators of a model's fields.</summary>
internal static class ConvexTypes
{
    /// <summary>What a field may hold: optional, because documents of before a deploy do not have it, and null as everywhere at a target.</summary>
    public static string Of(SyncField field) => $"v.optional(v.union({Value(field)}, v.null()))";

    private static string Value(SyncField field) => field.Type switch
    {
        SyncType.Bool => "v.boolean()",
        SyncType.Int32 or SyncType.Int64 or SyncType.Duration => "v.int64()",
        SyncType.Double => "v.number()",
        SyncType.Blob => "v.bytes()",
        _ => "v.string()",
    };
}
