using System.ComponentModel;
using HiveGen.Storage;

namespace HiveGen.Targets;

/// <summary>Hashes rows of SQLite: those of the Hive, and those of a target that stores them alike.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RowScan
{
    /// <summary>The hash of a row whose first columns are the model's fields in order.</summary>
    /// <param name="model">The model.</param>
    /// <param name="row">The statement, on its row.</param>
    /// <param name="idHash">The hash of the id alone, for <see cref="RowHash.Bucket"/>.</param>
    public static ulong Hash(SyncModel model, Statement row, out ulong idHash)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(row);
        IReadOnlyList<SyncField> fields = model.Fields;
        RowHash hash = default;
        Add(ref hash, row, 0, SyncType.Text);
        idHash = hash.Value;
        for (int field = 1; field < fields.Count; field++)
        {
            Add(ref hash, row, field, fields[field].Type);
        }

        return hash.Value;
    }

    private static void Add(ref RowHash hash, Statement row, int column, SyncType type)
    {
        switch (row.Kind(column))
        {
            case SqlKind.Integer:
                hash.Add(row.Int64(column));
                break;
            case SqlKind.Real:
                hash.Add(row.Double(column));
                break;
            case SqlKind.Text when type == SyncType.Json:
                hash.AddJson(row.Utf8(column));
                break;
            case SqlKind.Text:
                hash.AddText(row.Utf8(column));
                break;
            case SqlKind.Blob:
                hash.AddBlob(row.Bytes(column));
                break;
            default:
                hash.AddNull();
                break;
        }
    }
}
