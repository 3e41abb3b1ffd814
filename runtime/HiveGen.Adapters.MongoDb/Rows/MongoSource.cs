using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>The fields of a stored document. Used again for the next one. One reader at a time.</summary>
internal sealed class MongoSource : FieldSource
{
    private const long MicrosPerMilli = 1000;

    private readonly SyncModel model;
    private readonly MongoMap map;
    private readonly Place[] places;
    private ReadOnlyMemory<byte> document;
    private Place micros;

    public MongoSource(SyncModel model)
    {
        this.model = model;
        map = model.Mapping<MongoMap>();
        places = new Place[map.Count];
    }

    /// <summary>Its version.</summary>
    public long Version { get; private set; }

    /// <summary>Whether it is a ghost.</summary>
    public bool Deleted { get; private set; }

    /// <summary>The Hive it belongs to.</summary>
    public string Home { get; private set; } = "";

    /// <summary>Its id.</summary>
    public SqlValue Id => MongoId.Read(model, Value(0));

    /// <summary>Looks where the fields are.</summary>
    /// <exception cref="InvalidDataException">The document is broken, or none of a target.</exception>
    public void Load(ReadOnlyMemory<byte> stored)
    {
        document = stored;
        Array.Clear(places);
        micros = default;
        (Version, Deleted, Home) = (0, false, "");
        int next = 0;
        for (BsonReader reader = new(stored.Span); reader.Read();)
        {
            Place place = new(reader.Value.Type, reader.ValueStart, reader.ValueLength);
            if (IndexOf(reader.Name, next) is >= 0 and int field)
            {
                places[field] = place;
                next = field + 1;
            }
            else if (reader.Name.SequenceEqual(MongoNames.Version))
            {
                Version = reader.Value.Int64;
            }
            else if (reader.Name.SequenceEqual(MongoNames.Deleted))
            {
                Deleted = reader.Value.Bool;
            }
            else if (reader.Name.SequenceEqual(MongoNames.Home))
            {
                Home = reader.Value.Text();
            }
            else if (reader.Name.SequenceEqual(MongoNames.Micros))
            {
                micros = place;
            }
        }
    }

    public override string? Text(int field) => Has(field) ? Value(field).Text() : null;

    public override bool? Bool(int field) => Has(field) ? Value(field).Bool : null;

    public override long? Int64(int field) => Has(field) ? Value(field).Int64 : null;

    public override double? Double(int field) => Has(field) ? Value(field).Double : null;

    public override decimal? Decimal(int field, int scale) => Has(field) ? Value(field).Decimal128.ToDecimal() : null;

    public override long? Timestamp(int field)
    {
        if (!Has(field))
        {
            return null;
        }

        long rest = micros.Length > 0 && BsonReader.TryFind(document.Span.Slice(micros.Start, micros.Length), map.Name(field), out BsonValue value) ? value.Int64 : 0;
        return checked((Value(field).DateTime * MicrosPerMilli) + rest);
    }

    public override DateOnly? Date(int field) => Text(field) is { } text ? IsoDate.Read(text) : null;

    public override long? Time(int field) => Int64(field);

    public override long? Duration(int field) => Int64(field);

    public override Guid? Guid(int field) => Has(field) ? MongoId.ReadGuid(Value(field)) : null;

    public override byte[]? Blob(int field) => Has(field) ? Value(field).Binary.ToArray() : null;

    public override string? Enum(int field) => Text(field);

    public override JsonElement? Json(int field) => Has(field) ? MongoJsonText.Read(Value(field)) : null;

    private bool Has(int field) => !Value(field).IsNull;

    private BsonValue Value(int field) => new(places[field].Type, document.Span.Slice(places[field].Start, places[field].Length));

    // Fields come in the order in which they were written, mostly.
    private int IndexOf(ReadOnlySpan<byte> name, int next)
    {
        if (next < map.Count && name.SequenceEqual(map.Name(next)))
        {
            return next;
        }

        for (int field = 0; field < map.Count; field++)
        {
            if (name.SequenceEqual(map.Name(field)))
            {
                return field;
            }
        }

        return -1;
    }

    /// <summary>Where a value is in the document.</summary>
    private readonly record struct Place(BsonType Type, int Start, int Length);
}
