using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Firestore;

/// <summary>The fields of a stored document. Used again for the next one. One reader at a time.</summary>
internal sealed class FirestoreSource(SyncModel model) : FieldSource
{
    private readonly IReadOnlyList<string> names = model.Mapping<FirestoreMap>().Names;
    private JsonElement fields;

    /// <summary>Its id.</summary>
    public SqlValue Id => model.TryParseId(FirestoreValues.Text(Get(0) ?? throw new InvalidDataException("A document has no id.")), out SqlValue id)
        ? id
        : throw new InvalidDataException("A document's id is none of its model.");

    /// <summary>Takes the fields of a document.</summary>
    public void Load(JsonElement document) => fields = FirestoreDocument.Fields(document);

    public override string? Text(int field) => Get(field) is { } value ? FirestoreValues.Text(value) : null;

    public override bool? Bool(int field) => Get(field) is { } value ? FirestoreValues.Bool(value) : null;

    // The id is a text, whatever its type: Firestore shows it so in the document's name, too.
    public override long? Int64(int field) => field == 0 ? Id.Int64 : Get(field) is { } value ? FirestoreValues.Int64(value) : null;

    public override double? Double(int field) => Get(field) is { } value ? FirestoreValues.Double(value) : null;

    public override decimal? Decimal(int field, int scale) => Int64(field) is { } units ? Scaled.Read(units, scale) : null;

    public override long? Timestamp(int field) => Get(field) is { } value ? FirestoreValues.Timestamp(value) : null;

    public override DateOnly? Date(int field) => Text(field) is { } text ? IsoDate.Read(text) : null;

    public override long? Time(int field) => Int64(field);

    public override long? Duration(int field) => Int64(field);

    public override Guid? Guid(int field) => Text(field) is { } text ? System.Guid.Parse(text) : null;

    public override byte[]? Blob(int field) => Get(field) is { } value ? value.GetProperty("bytesValue"u8).GetBytesFromBase64() : null;

    public override string? Enum(int field) => Text(field);

    public override JsonElement? Json(int field) => Get(field) is { } value ? FirestoreJsonText.Read(value) : null;

    private JsonElement? Get(int field) => FirestoreValues.Find(fields, names[field]);
}
