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
    private readonly JsonEncodedText[] names;
    private readonly FieldSetter[] setters;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> indexes;

    public RecordReader(SyncModel model, JsonTypeInfo typeInfo)
    {
        Model = model;
        this.typeInfo = typeInfo;
        names = [.. model.Fields.Select(static field => JsonEncodedText.Encode(field.Name))];
        setters = [.. model.Fields.Select(field => new FieldSetter(typeInfo.Properties.Single(property => property.Name == field.Name), field.Type))];
        Dictionary<string, int> all = new(StringComparer.Ordinal) { ["id"] = 0, ["bladeId"] = 0 };
        for (int i = 0; i < model.Fields.Count; i++)
        {
            all[model.Fields[i].Name] = i;
        }

        indexes = all.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The model.</summary>
    public SyncModel Model { get; }

    /// <summary>The DTO of these bytes, which are one JSON object, with this id; null when anything is wrong with it.</summary>
    public SyncRecord? Read(ReadOnlySpan<byte> data, in SqlValue id, RecordBuffer buffer, int maxDepth, ref Violations violations)
    {
        SyncRecord record = Model.Create();
        Utf8JsonWriter? rest = null;
        Utf8JsonReader reader = new(data, new JsonReaderOptions { MaxDepth = maxDepth });
        reader.Read();
        FieldSet seen = default;
        int seenIds = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = JsonText.Name(ref reader);
            int index = IndexOf(name);
            bool twice = index == 0 ? (seenIds & IdName(name)) != 0 : index > 0 && seen.Has(index);
            string? wrong = index < 0 ? NoField : twice ? "is given twice." : null;
            if (wrong is not null)
            {
                if (violations.Errors.Count < MaxErrors)
                {
                    violations.Add(JsonText.Shown(name), wrong);
                }

                reader.Skip();
                continue;
            }

            seen.Add(index);
            reader.Read();
            if (index == 0)
            {
                seenIds |= IdName(name);
                CheckId(ref reader, name, id, ref violations);
            }
            else
            {
                ReadField(ref reader, index, data, record, buffer, ref rest, ref violations);
            }
        }

        if (violations.Any || (rest is not null && !AddRest(record, rest, buffer, ref violations)))
        {
            return null;
        }

        Model.SetId(record, id);
        return record;
    }

    private void ReadField(ref Utf8JsonReader reader, int index, ReadOnlySpan<byte> data, SyncRecord record, RecordBuffer buffer, ref Utf8JsonWriter? rest, ref Violations violations)
    {
        SyncField field = Model.Fields[index];
        string? wrong = FieldValue.Wrong(ref reader, field);
        if (wrong is null && setters[index].IsDirect)
        {
            wrong = setters[index].TrySet(ref reader, record) ? null : FieldValue.Expected(field);
        }
        else if (wrong is null)
        {
            rest ??= buffer.Start();
            rest.WritePropertyName(names[index]);
            FieldValue.Copy(ref reader, field, data, rest, ref violations);
        }

        if (wrong is not null)
        {
            violations.Add(field.Name, wrong);
            reader.Skip();
        }
    }

    // The id may stand there under each of its names, but under each once.
    private static int IdName(ReadOnlySpan<byte> name) => name.SequenceEqual("id"u8) ? 1 : name.SequenceEqual("bladeId"u8) ? 2 : 4;

    private int IndexOf(ReadOnlySpan<byte> name)
    {
        Span<char> text = stackalloc char[MaxName];
        return name.Length <= MaxName && indexes.TryGetValue(text[..Encoding.UTF8.GetChars(name, text)], out int index) ? index : -1;
    }

    private void CheckId(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, in SqlValue id, ref Violations violations)
    {
        SyncType type = Model.Fields[0].Type;
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
        reader.Skip();
        if (given is null || !Model.TryParseId(given, out SqlValue parsed))
        {
            violations.Add(Encoding.UTF8.GetString(name), integerId ? "must be the id: a whole number, or a string of one." : "must be the id: a string.");
        }
        else if (!parsed.Equals(id))
        {
            violations.Add(Encoding.UTF8.GetString(name), "is another id than recordId.");
        }
    }

    // The fields that need a converter are read as a DTO of their own, whose fields the record then gets.
    private bool AddRest(SyncRecord record, Utf8JsonWriter rest, RecordBuffer buffer, ref Violations violations)
    {
        rest.WriteEndObject();
        rest.Flush();
        try
        {
            Model.Merge(record, (SyncRecord)JsonSerializer.Deserialize(buffer.Written, typeInfo)!);
            return true;
        }
        catch (JsonException e)
        {
            Blame(e.Path, ref violations);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException or InvalidOperationException or NotSupportedException)
        {
            // A converter of a [Json] property may refuse a value in its own way.
            Blame(null, ref violations);
        }

        return false;
    }

    private void Blame(string? path, ref Violations violations)
    {
        foreach (SyncField field in Model.Fields)
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
