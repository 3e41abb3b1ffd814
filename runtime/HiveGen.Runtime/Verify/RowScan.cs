using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text.Json;
using HiveGen.Storage;

namespace HiveGen.Targets;

/// <summary>Hashes rows: those of the Hive, and those of targets, whatever types they store them in.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RowScan
{
    private const ulong Unreadable = ulong.MaxValue;

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
        Add(ref hash, row, 0, json: false, nullable: false);
        idHash = hash.Value;
        for (int field = 1; field < fields.Count; field++)
        {
            Add(ref hash, row, field, fields[field].Type == SyncType.Json, fields[field].Nullable);
        }

        return hash.Value;
    }

    /// <summary>The hash of a row of any database: the same that the Hive's own row has.</summary>
    /// <param name="model">The model.</param>
    /// <param name="row">Its fields.</param>
    /// <param name="idHash">The hash of the id alone, for <see cref="RowHash.Bucket"/>.</param>
    public static ulong Hash(SyncModel model, FieldSource row, out ulong idHash)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(row);
        IReadOnlyList<SyncField> fields = model.Fields;
        RowHash hash = default;
        Add(ref hash, row, 0, fields[0]);
        idHash = hash.Value;
        for (int field = 1; field < fields.Count; field++)
        {
            Add(ref hash, row, field, fields[field]);
        }

        return hash.Value;
    }

    /// <summary>The hash of a document that another program may have written: with a value that a field cannot have it differs from the Hive's.</summary>
    /// <param name="model">The model.</param>
    /// <param name="row">Its fields.</param>
    /// <param name="id">Its id.</param>
    /// <param name="idHash">The hash of the id alone, for <see cref="RowHash.Bucket"/>.</param>
    public static ulong HashForeign(SyncModel model, FieldSource row, in SqlValue id, out ulong idHash)
    {
        try
        {
            return Hash(model, row, out idHash);
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or OverflowException or InvalidOperationException or KeyNotFoundException or JsonException)
        {
            RowHash hash = default;
            hash.Add(id);
            idHash = hash.Value;
            return Unreadable;
        }
    }

    private static void Add(ref RowHash hash, FieldSource row, int index, SyncField field)
    {
        switch (field.Type)
        {
            case SyncType.Double:
                Add(ref hash, row.Double(index));
                break;
            case SyncType.Decimal:
                Add(ref hash, row.Decimal(index, field.Scale) is { } value ? Scaled.Write(value, field.Scale) : null);
                break;
            case SyncType.Date:
                Add(ref hash, row.Date(index) is { } date ? IsoDate.Write(date) : null);
                break;
            case SyncType.Guid:
                Add(ref hash, row.Guid(index)?.ToString("D"));
                break;
            case SyncType.Text:
                Add(ref hash, row.Text(index));
                break;
            case SyncType.Enum:
                Add(ref hash, row.Enum(index));
                break;
            case SyncType.Blob when row.Blob(index) is { } bytes:
                hash.AddBlob(bytes);
                break;
            case SyncType.Json when row.Json(index) is { } json && !(field.Nullable && json.ValueKind == JsonValueKind.Null):
                hash.AddJson(JsonMarshal.GetRawUtf8Value(json));
                break;
            case SyncType.Blob or SyncType.Json:
                hash.AddNull();
                break;
            default:
                Add(ref hash, Integer(row, index, field.Type));
                break;
        }
    }

    private static long? Integer(FieldSource row, int index, SyncType type) => type switch
    {
        SyncType.Bool => row.Bool(index) is { } value ? value ? 1 : 0 : null,
        SyncType.Timestamp => row.Timestamp(index),
        SyncType.Time => row.Time(index),
        SyncType.Duration => row.Duration(index),
        _ => row.Int64(index),
    };

    private static void Add(ref RowHash hash, long? value)
    {
        if (value is { } some)
        {
            hash.Add(some);
        }
        else
        {
            hash.AddNull();
        }
    }

    private static void Add(ref RowHash hash, double? value)
    {
        if (value is { } some)
        {
            hash.Add(some);
        }
        else
        {
            hash.AddNull();
        }
    }

    private static void Add(ref RowHash hash, string? value)
    {
        if (value is null)
        {
            hash.AddNull();
        }
        else
        {
            hash.AddText(value);
        }
    }

    private static void Add(ref RowHash hash, Statement row, int column, bool json, bool nullable)
    {
        switch (row.Kind(column))
        {
            case SqlKind.Integer:
                hash.Add(row.Int64(column));
                break;
            case SqlKind.Real:
                hash.Add(row.Double(column));
                break;
            case SqlKind.Text when json && nullable && row.Utf8(column).Trim(" \t\r\n"u8).SequenceEqual("null"u8):
                hash.AddNull();
                break;
            case SqlKind.Text when json:
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
