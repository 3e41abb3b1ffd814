using System.ComponentModel;
using System.Text.Json;

namespace HiveGen.Targets;

/// <summary>
/// The base of generated DTOs, which give each field its typed property. The values lie here, so that what is done with every field
/// is done by <see cref="GeneratedSyncModel"/> over its list of fields and is compiled into no app. Not thread-safe.
/// </summary>
/// <param name="fields">How many fields the model has.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GeneratedSyncRecord(int fields) : SyncRecord
{
    private readonly FieldValue[] values = new FieldValue[fields];

    /// <summary>Reads a field of <see cref="FieldKind.Text"/>.</summary>
    protected string? GetText(int field) => values[field].Text;

    /// <summary>Gives a field of <see cref="FieldKind.Text"/>.</summary>
    protected void GiveText(int field, string? value) => Give(field, FieldValue.Of((object?)value));

    /// <summary>Reads a field of <see cref="FieldKind.Blob"/>.</summary>
    protected byte[]? GetBlob(int field) => values[field].Blob;

    /// <summary>Gives a field of <see cref="FieldKind.Blob"/>.</summary>
    protected void GiveBlob(int field, byte[]? value) => Give(field, FieldValue.Of((object?)value));

    /// <summary>Reads a field of JSON.</summary>
    protected JsonElement? GetJson(int field) => values[field].Json;

    /// <summary>Gives a field of JSON.</summary>
    protected void GiveJson(int field, JsonElement? value) => Give(field, FieldValue.Of((object?)value));

    /// <summary>Reads a field of another kind.</summary>
    /// <typeparam name="T">The type of its kind, of at most 16 bytes.</typeparam>
    protected T? GetValue<T>(int field)
        where T : unmanaged
        => values[field].Get<T>();

    /// <summary>Gives a field of another kind.</summary>
    /// <typeparam name="T">The type of its kind, of at most 16 bytes.</typeparam>
    protected void GiveValue<T>(int field, T? value)
        where T : unmanaged
        => Give(field, FieldValue.Of<T>(value));

    internal ref readonly FieldValue Field(int field) => ref values[field];

    internal void Give(int field, in FieldValue value)
    {
        values[field] = value;
        Give(field);
    }
}
