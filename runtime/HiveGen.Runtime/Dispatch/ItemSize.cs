using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>About how many bytes an item is on its way.</summary>
internal static class ItemSize
{
    /// <summary>A delete: an id and a version.</summary>
    public const int Delete = 64;

    private const int Fixed = 12; // a number with its name, about

    /// <summary>The size of the record in this row: its texts and blobs, and a little for every other field.</summary>
    public static int Of(SyncModel model, Statement row)
    {
        long bytes = Delete;
        for (int field = 0; field < model.Fields.Count; field++)
        {
            bytes += model.Fields[field].Type is SyncType.Text or SyncType.Json or SyncType.Blob ? row.ByteCount(field) : Fixed;
        }

        return (int)Math.Min(bytes, int.MaxValue);
    }
}
