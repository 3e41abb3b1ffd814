using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HiveGen.Targets;

namespace HiveGen.Router;

/// <summary>
/// Reads the <c>data</c> of one model. Every member is looked at, so that all that is wrong is told at once. Immutable and
/// thread-safe.
/// </summary>
internal sealed class RecordReader
{
    /// <summary>What is said of a member that the model does not have.</summary>
    public const string NoField = "is no field of this model.";

    private const int MaxErrors = 20;
    private const int MaxName = 256;

    private readonly JsonTypeInfo typeInfo;
    private readonly SyncField[] fields;
    private readonly string[] idNames;
    private readonly byte[][] plainNames;
    private readonly JsonEncodedText[] names;
    private readonly FieldSetter[] setters;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> indexes;

    public RecordReader(SyncModel model, JsonTypeInfo typeInfo)
    {
        Model = model;
        Name = JsonEncodedText.Encode(model.Name);
        fields = [.. model.Fields];
        idNames = ["id", "bladeId", fields[0].Name];
        this.typeInfo = typeInfo;
        plainNames = [.. fields.Select(static field => Encoding.UTF8.GetBytes(field.Name))];
        names = [.. fields.Select(static field => JsonEncodedText.Encode(field.Name))];
        setters = [.. fields.Select(field => new FieldSetter(typeInfo.Properties.Single(property => property.Name == field.Name), field.Type))];
        Dictionary<string, int> all = new(StringComparer.Ordinal) { [idNames[0]] = 0, [idNames[1]] = 0 };
        for (int i = 0; i < fields.Length; i++)
        {
            all[fields[i].Name] = i;
        }

        indexes = all.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The model.</summary>
    public SyncModel Model { get; }

    /// <summary>The model's name, encoded for answers.</summary>
    public JsonEncodedText Name { get; }

    /// <summary>Reads the object that the reader stands on into an entry: the DTO without its id, or all that is wrong. The reader is left at its end.</summary>
    /// <param name="reader">Reads the text.</param>
    /// <param name="text">The body, or the end of it.</param>
    /// <param name="start">Where in the body the text begins.</param>
    /// <param name="entry">Gets what was read.</param>
    public void Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> text, int start, ref SyncEntry entry)
    {
        SyncRecord record = Model.Create();
        RecordBuffer? rest = null;
        FieldSet seen = default;
        int next = 0;
        entry.Ids = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = JsonText.Name(ref reader);
            int index = IndexOf(name, next);
            next = index + 1;
            bool twice = index == 0 ? entry.Ids[GivenIds.Of(name)] != 0 : index > 0 && seen.Has(index);
            string? wrong = index < 0 ? NoField : twice ? "is given twice." : null;
            if (wrong is not null)
            {
                if (entry.DataViolations.Errors.Count < MaxErrors)
                {
                    entry.DataViolations.Add(JsonText.Shown(name), wrong);
                }

                reader.Skip();
                continue;
            }

            seen.Add(index);
            reader.Read();
            if (index == 0)
            {
                entry.Ids[GivenIds.Of(name)] = start + (int)reader.TokenStartIndex;
                reader.Skip();
            }
            else
            {
                ReadField(ref reader, index, text, record, ref rest, ref entry.DataViolations);
            }
        }

        bool whole = !entry.DataViolations.Any && (rest is null || AddRest(record, rest, ref entry.DataViolations));
        entry.Record = whole ? record : null;
    }

    /// <summary>Notes where the <c>data</c> of an entry gives another id than this.</summary>
    public void CheckIds(ReadOnlySpan<byte> body, in SyncEntry entry, in SqlValue id, ref Violations violations)
    {
        for (int i = 0; i < idNames.Length; i++)
        {
            if (entry.Ids[i] > 0)
            {
                CheckId(body[entry.Ids[i]..], idNames[i], id, ref violations);
            }
        }
    }

    private void ReadField(ref Utf8JsonReader reader, int index, ReadOnlySpan<byte> text, SyncRecord record, ref RecordBuffer? rest, ref Violations violations)
    {
        SyncField field = fields[index];
        string? wrong = FieldValue.Wrong(ref reader, field);
        if (wrong is null && setters[index].IsDirect)
        {
            wrong = setters[index].TrySet(ref reader, record) ? null : FieldValue.Expected(field);
        }
        else if (wrong is null)
        {
            rest ??= RecordBuffer.Start();
            rest.Writer.WritePropertyName(names[index]);
            FieldValue.Copy(ref reader, field, text, rest.Writer, ref violations);
        }

        if (wrong is not null)
        {
            violations.Add(field.Name, wrong);
            reader.Skip();
        }
    }

    // Whoever writes whole records writes their fields in order.
    private int IndexOf(ReadOnlySpan<byte> name, int likely)
    {
        if (likely < plainNames.Length && name.SequenceEqual(plainNames[likely]))
        {
            return likely;
        }

        Span<char> text = stackalloc char[MaxName];
        return name.Length <= MaxName && indexes.TryGetValue(text[..Encoding.UTF8.GetChars(name, text)], out int index) ? index : -1;
    }

    private void CheckId(ReadOnlySpan<byte> value, string name, in SqlValue id, ref Violations violations)
    {
        Utf8JsonReader reader = new(value);
        reader.Read();
        SyncType type = fields[0].Type;
        if (type == SyncType.Text && reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped && reader.ValueTextEquals(id.Text))
        {
            return;
        }

        bool integerId = type is SyncType.Int32 or SyncType.Int64;
        string? given = reader.TokenType switch
        {
            JsonTokenType.String when JsonText.TryGet(ref reader, out string text) => text,
            JsonTokenType.Number when integerId => Encoding.ASCII.GetString(reader.ValueSpan),
            _ => null,
        };
        if (given is null || !Model.TryParseId(given, out SqlValue parsed))
        {
            violations.Add(name, integerId ? "must be the id: a whole number, or a string of one." : "must be the id: a string.");
        }
        else if (!parsed.Equals(id))
        {
            violations.Add(name, "is another id than recordId.");
        }
    }

    // The fields that need a converter are read as a DTO of their own, whose fields the record then gets.
    private bool AddRest(SyncRecord record, RecordBuffer rest, ref Violations violations)
    {
        rest.Writer.WriteEndObject();
        rest.Writer.Flush();
        try
        {
            Model.Merge(record, (SyncRecord)JsonSerializer.Deserialize(rest.Written, typeInfo)!);
            return true;
        }
        catch (JsonException e)
        {
            Blame(e.Path, ref violations);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException or InvalidOperationException or NotSupportedException)
        {
            // A converter of a [JsonColumn] property may refuse a value in its own way.
            Blame(null, ref violations);
        }

        return false;
    }

    private void Blame(string? path, ref Violations violations)
    {
        foreach (SyncField field in fields)
        {
            if (path is not null && path.StartsWith("$." + field.Name, StringComparison.Ordinal) && (path.Length == field.Name.Length + 2 || path[field.Name.Length + 2] is '.' or '['))
            {
                violations.Add(field.Name, FieldValue.Expected(field));
                return;
            }
        }

        violations.Add("data", "holds a value that does not fit its field.");
    }
}
