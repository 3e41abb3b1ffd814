using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HiveGen.Targets;

namespace HiveGen.Router;

/// <summary>
/// Reads the <c>data</c> of one model. Every member is looked at first, so that all that is wrong is told at once; what fits is copied
/// in a normal form, of which the generated metadata then makes the DTO. Immutable and thread-safe.
/// </summary>
internal sealed class RecordReader
{
    /// <summary>What is said of a member that the model does not have.</summary>
    public const string NoField = "is no field of this model.";

    private const int MaxErrors = 20;
    private const int MaxName = 256;

    private readonly JsonTypeInfo typeInfo;
    private readonly JsonEncodedText[] names;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> indexes;

    public RecordReader(SyncModel model, JsonTypeInfo typeInfo)
    {
        Model = model;
        this.typeInfo = typeInfo;
        names = [.. model.Fields.Select(static field => JsonEncodedText.Encode(field.Name))];
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
        Utf8JsonWriter writer = buffer.Start();
        writer.WriteStartObject();
        Utf8JsonReader reader = new(data, new JsonReaderOptions { MaxDepth = maxDepth });
        reader.Read();
        FieldSet seen = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = JsonText.Name(ref reader);
            int index = IndexOf(name);
            string? wrong = index < 0 ? NoField : index > 0 && seen.Has(index) ? "is given twice." : null;
            if (wrong is not null)
            {
                if (violations.Errors.Count < MaxErrors)
                {
                    violations.Add(JsonText.Shown(name), wrong);
                }

                reader.Skip();
                continue;
            }

            string shown = index == 0 ? Encoding.UTF8.GetString(name) : Model.Fields[index].Name;
            reader.Read();
            seen.Add(index);
            if (index == 0)
            {
                CheckId(ref reader, shown, id, ref violations);
            }
            else
            {
                writer.WritePropertyName(names[index]);
                FieldValue.Copy(ref reader, Model.Fields[index], data, writer, ref violations);
            }
        }

        return violations.Any ? null : Make(writer, buffer, id, ref violations);
    }

    private int IndexOf(ReadOnlySpan<byte> name)
    {
        Span<char> text = stackalloc char[MaxName];
        return name.Length <= MaxName && indexes.TryGetValue(text[..Encoding.UTF8.GetChars(name, text)], out int index) ? index : -1;
    }

    private void CheckId(ref Utf8JsonReader reader, string name, in SqlValue id, ref Violations violations)
    {
        bool integerId = Model.Fields[0].Type is SyncType.Int32 or SyncType.Int64;
        string? given = reader.TokenType switch
        {
            JsonTokenType.String when JsonText.TryGet(ref reader, out string text) => text,
            JsonTokenType.Number when integerId => Encoding.ASCII.GetString(reader.ValueSpan),
            _ => null,
        };
        reader.Skip();
        if (given is null || !Model.TryParseId(given, out SqlValue parsed))
        {
            violations.Add(name, integerId ? "must be the id: a whole number, or a string of one." : "must be the id: a string.");
        }
        else if (!parsed.Equals(id))
        {
            violations.Add(name, "is another id than recordId.");
        }
    }

    private SyncRecord? Make(Utf8JsonWriter writer, RecordBuffer buffer, in SqlValue id, ref Violations violations)
    {
        writer.WriteEndObject();
        writer.Flush();
        try
        {
            SyncRecord record = (SyncRecord)JsonSerializer.Deserialize(buffer.Written, typeInfo)!;
            Model.SetId(record, id);
            return record;
        }
        catch (JsonException e)
        {
            Blame(e.Path, ref violations);
            return null;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException or InvalidOperationException or NotSupportedException)
        {
            // A converter of a [Json] property may refuse a value in its own way.
            Blame(null, ref violations);
            return null;
        }
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
