using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>Writes the fields of a record into a document, each as the type that MongoDB has for it. One document at a time.</summary>
internal sealed class MongoSink(BsonWriter writer) : FieldSink
{
    private const long MicrosPerMilli = 1000;

    private readonly List<(int Field, int Micros)> remainders = [];
    private MongoMap map = null!;

    /// <summary>Writes every field but the id, then what dates cannot hold of the times.</summary>
    public void Write(SyncModel model, SyncRecord record)
    {
        map = model.Mapping<MongoMap>();
        remainders.Clear();
        model.Write(record, this);
        if (remainders.Count > 0)
        {
            writer.BeginDocument(MongoNames.Micros);
            foreach ((int field, int micros) in remainders)
            {
                writer.Int32(map.Name(field), micros);
            }

            writer.End();
        }
    }

    protected override void Null(int field)
    {
        if (field > 0)
        {
            writer.Null(map.Name(field));
        }
    }

    protected override void Text(int field, string value)
    {
        // The first field is the document's _id, which is there already.
        if (field > 0)
        {
            writer.Text(map.Name(field), value);
        }
    }

    protected override void Bool(int field, bool value) => writer.Bool(map.Name(field), value);

    protected override void Int64(int field, long value)
    {
        if (field > 0)
        {
            writer.Int64(map.Name(field), value);
        }
    }

    protected override void Double(int field, double value) => writer.Double(map.Name(field), value);

    protected override void Decimal(int field, decimal value, int scale) => writer.Decimal128(map.Name(field), Decimal128.From(value));

    protected override void Timestamp(int field, long micros)
    {
        (long milliseconds, long rest) = Math.DivRem(micros, MicrosPerMilli);
        if (rest < 0)
        {
            (milliseconds, rest) = (milliseconds - 1, rest + MicrosPerMilli);
        }

        writer.DateTime(map.Name(field), milliseconds);
        if (rest > 0)
        {
            remainders.Add((field, (int)rest));
        }
    }

    protected override void Date(int field, DateOnly value) => writer.Text(map.Name(field), IsoDate.Write(value));

    protected override void Time(int field, long micros) => writer.Int64(map.Name(field), micros);

    protected override void Duration(int field, long micros) => writer.Int64(map.Name(field), micros);

    protected override void Guid(int field, Guid value)
    {
        if (field > 0)
        {
            MongoId.WriteGuid(writer, map.Name(field), value);
        }
    }

    protected override void Blob(int field, byte[] value) => writer.Binary(map.Name(field), value);

    protected override void Enum(int field, string name) => writer.Text(map.Name(field), name);

    protected override void Json(int field, JsonElement value) => MongoJson.Write(writer, map.Name(field), value);
}
