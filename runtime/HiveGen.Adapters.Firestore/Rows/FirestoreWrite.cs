using System.Text.Json;
using HiveGen.Adapters.Http;
using HiveGen.Targets;

namespace HiveGen.Adapters.Firestore;

/// <summary>Writes the writes of a batch: whole documents, each over exactly what was read.</summary>
internal sealed class FirestoreWrite : IDisposable
{
    /// <summary>The most bytes of a request: the emulator takes four megabytes, production ten.</summary>
    public const int MaxBytes = 3_500_000;

    /// <summary>The most writes of a request.</summary>
    public const int MaxWrites = 400;

    private const int MaxDocument = 1024 * 1024;

    /// <summary>The most bytes of one value.</summary>
    public const int MaxText = 1_048_487;

    private readonly PooledBuffer body = new();
    private readonly PooledBuffer one = new();
    private readonly Utf8JsonWriter writer;
    private readonly FirestoreSink sink;

    public FirestoreWrite()
    {
        writer = new Utf8JsonWriter(one, FirestoreClient.Writing);
        sink = new FirestoreSink(writer);
        Begin();
    }

    /// <summary>How many writes there are.</summary>
    public int Count { get; private set; }

    /// <summary>Begins a request anew.</summary>
    public void Begin()
    {
        body.Clear();
        Append("{\"writes\":["u8);
        Count = 0;
    }

    /// <summary>Ends the request.</summary>
    public ReadOnlyMemory<byte> End()
    {
        Append("]}"u8);
        return body.Written;
    }

    /// <summary>Adds a document, if the request has room for it.</summary>
    /// <param name="item">The item.</param>
    /// <param name="name">The document's name.</param>
    /// <param name="updateTime">When what it replaces was written; null where nothing may be.</param>
    /// <param name="refusal">Why the document cannot be at all.</param>
    /// <returns>Whether it was added.</returns>
    public bool TryAdd(in SyncItem item, string name, string? updateTime, out ItemOutcome? refusal)
    {
        refusal = null;
        one.Clear();
        writer.Reset();
        writer.WriteStartObject();
        WriteDocument(item, name);
        WriteTime();
        WritePrecondition(writer, updateTime);
        writer.WriteEndObject();
        writer.Flush();
        if (FirestoreSize.Of(one.Written.Span, name, out int text) is var size && (size > MaxDocument || text > MaxText))
        {
            refusal = new ItemOutcome(ItemStatus.Permanent, text > MaxText
                ? $"The record has a text of {text} bytes; Firestore takes {MaxText}."
                : $"The record makes a document of about {size} bytes; Firestore takes {MaxDocument}.");
            return false;
        }

        return TryAppend();
    }

    /// <summary>Adds the removal of a document, if the request has room for it.</summary>
    public bool TryDelete(in FirestoreDocument document)
    {
        one.Clear();
        writer.Reset();
        writer.WriteStartObject();
        writer.WriteString("delete"u8, document.Name);
        WritePrecondition(writer, document.UpdateTime);
        writer.WriteEndObject();
        writer.Flush();
        return TryAppend();
    }

    /// <summary>Adds a cursor, whose fields the caller writes. There is room for it: the limits are below what Firestore takes, and <see cref="TryAdd"/> was called less often than <see cref="MaxWrites"/>.</summary>
    public void Add(string name, string? updateTime, Action<Utf8JsonWriter> fields)
    {
        one.Clear();
        writer.Reset();
        writer.WriteStartObject();
        writer.WriteStartObject("update"u8);
        writer.WriteString("name"u8, name);
        writer.WriteStartObject("fields"u8);
        fields(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
        WriteTime();
        WritePrecondition(writer, updateTime);
        writer.WriteEndObject();
        writer.Flush();
        Append();
    }

    /// <summary>The bookkeeping of a document.</summary>
    public static void WriteState(Utf8JsonWriter writer, long version, bool deleted, string home)
    {
        writer.WriteStartObject(FirestoreNames.Version);
        writer.WriteString("integerValue"u8, version.ToString(System.Globalization.CultureInfo.InvariantCulture));
        writer.WriteEndObject();
        writer.WriteStartObject(FirestoreNames.Deleted);
        writer.WriteBoolean("booleanValue"u8, deleted);
        writer.WriteEndObject();
        WriteText(writer, FirestoreNames.Home, home);
    }

    /// <summary>A text field.</summary>
    public static void WriteText(Utf8JsonWriter writer, string name, string value)
    {
        writer.WriteStartObject(name);
        writer.WriteString("stringValue"u8, value);
        writer.WriteEndObject();
    }

    public void Dispose()
    {
        writer.Dispose();
        body.Return();
        one.Return();
    }

    private void WriteDocument(in SyncItem item, string name)
    {
        writer.WriteStartObject("update"u8);
        writer.WriteString("name"u8, name);
        writer.WriteStartObject("fields"u8);
        WriteText(writer, item.Model.Mapping<FirestoreMap>().Names[0], item.RecordId);
        if (item.Record is not null)
        {
            sink.Write(item.Model, item.Record);
        }

        WriteState(writer, item.Version, item.Record is null, item.Home);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    // By Firestore's clock: whoever follows the changes asks for it.
    private void WriteTime()
    {
        writer.WriteStartArray("updateTransforms"u8);
        writer.WriteStartObject();
        writer.WriteString("fieldPath"u8, FirestoreNames.SyncedAt);
        writer.WriteString("setToServerValue"u8, "REQUEST_TIME"u8);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WritePrecondition(Utf8JsonWriter writer, string? updateTime)
    {
        writer.WriteStartObject("currentDocument"u8);
        if (updateTime is null)
        {
            writer.WriteBoolean("exists"u8, false);
        }
        else
        {
            writer.WriteString("updateTime"u8, updateTime);
        }

        writer.WriteEndObject();
    }

    private bool TryAppend()
    {
        if (Count == MaxWrites || (Count > 0 && body.Written.Length + one.Written.Length + 3 > MaxBytes))
        {
            return false;
        }

        Append();
        return true;
    }

    private void Append()
    {
        if (Count++ > 0)
        {
            Append(","u8);
        }

        Append(one.Written.Span);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(body.GetSpan(bytes.Length));
        body.Advance(bytes.Length);
    }
}
