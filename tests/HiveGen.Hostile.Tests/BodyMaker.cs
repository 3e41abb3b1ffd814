using System.Globalization;
using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Hostile.Tests;

/// <summary>Makes bodies that must be accepted, of every synced model, with texts that mean something to a database.</summary>
public sealed class BodyMaker(Random random, IReadOnlyList<SyncModel> models)
{
    private static readonly string[] Texts =
    [
        "Ada", "'; DROP TABLE users; --", "\" OR 1=1 --", "$.model", "$where", "__proto__", "{{7*7}}", "${jndi:ldap://x}", "<script>alert(1)</script>", "../../etc/passwd", "C:\\Windows\\System32", "Robert'); --",
        "é😀漢字", "\u202Eabc", "a\tb\nc", "%00", "%s%n", "\\u0041", "null", "true", "[]", "{}", "\uFEFF", "line\r\nSet-Cookie: x=1", "SELECT * FROM _hive_change", "1e999", "NaN", "-0",
    ];

    private int count;

    /// <summary>A body with an id that no other has.</summary>
    public (SyncModel Model, ValidBody Body) Next()
    {
        SyncModel model = models[random.Next(models.Count)];
        string operation = random.Next(10) switch { < 5 => "create", < 8 => "update", _ => "delete" };
        string id = IdOf(model, ++count);
        ValidBody body = new() { Data = operation == "delete" ? null : Fields(model, operation == "create") };
        body.Members.Add(new("model", Json(model.Name)));
        body.Members.Add(new("operation", Json(operation)));
        if (body.Data is not null)
        {
            body.Members.Add(new("data", ""));
            AddAlias(body.Data, id);
        }

        body.Members.Add(new("recordId", Json(id)));
        AddOptional(body);
        return (model, body);
    }

    /// <summary>A value of the field that must be accepted.</summary>
    public string ValueOf(SyncField field) => field.Nullable && random.Next(5) == 0 && field.Type != SyncType.Json ? "null" : field.Type switch
    {
        SyncType.Text => Json(Text(field)),
        SyncType.Bool => random.Next(2) == 0 ? "true" : "false",
        SyncType.Int32 => random.Next(1, 100).ToString(CultureInfo.InvariantCulture),
        SyncType.Int64 => random.NextInt64(1, 100_000).ToString(CultureInfo.InvariantCulture),
        SyncType.Double => random.Next(2) == 0 ? "1.5" : "-2.5e3",
        SyncType.Decimal => (random.Next(100_000) / (decimal)Math.Pow(10, field.Scale)).ToString(CultureInfo.InvariantCulture),
        SyncType.Timestamp => random.Next(2) == 0 ? "1760000000123" : "\"2026-01-31T12:00:00.5+02:00\"",
        SyncType.Date => "\"2026-02-28\"",
        SyncType.Time => "\"23:59:59.5\"",
        SyncType.Duration => "\"P1DT2H\"",
        SyncType.Guid => Json(new Guid(random.Next(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).ToString()),
        SyncType.Blob => "\"AQID\"",
        SyncType.Enum => Json(field.Values![random.Next(field.Values.Count)]),
        _ => field.Name switch
        {
            "tags" when field.Nullable => """["a",{"b":null}]""",
            "tags" => """["a","b"]""",
            "address" => """{"Street":"s","City":"c"}""",
            _ => """{"a":[1,null,{"b":"é"}]}""",
        },
    };

    public static string Json(string text) => JsonSerializer.Serialize(text);

    private static string IdOf(SyncModel model, int number) => model.Fields[0].Type switch
    {
        SyncType.Int32 or SyncType.Int64 => number.ToString(CultureInfo.InvariantCulture),
        SyncType.Guid => new Guid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).ToString(),
        _ => FormattableString.Invariant($"r{number}"),
    };

    private List<KeyValuePair<string, string>> Fields(SyncModel model, bool create)
    {
        List<KeyValuePair<string, string>> fields = [];
        foreach (SyncField field in model.Fields.Skip(1))
        {
            if ((create && field.Required) || random.Next(3) == 0)
            {
                fields.Insert(random.Next(fields.Count + 1), new(field.Name, ValueOf(field)));
            }
        }

        return fields;
    }

    private void AddAlias(List<KeyValuePair<string, string>> data, string id)
    {
        if (random.Next(2) == 0)
        {
            data.Insert(random.Next(data.Count + 1), new("bladeId", Json(id)));
        }
    }

    private void AddOptional(ValidBody body)
    {
        if (random.Next(2) == 0)
        {
            body.Members.Insert(random.Next(body.Members.Count + 1), new("timestamp", random.Next(2) == 0 ? "1234567890" : "\"2026-01-01T00:00:00Z\""));
        }

        if (random.Next(8) == 0)
        {
            body.Members.Insert(random.Next(body.Members.Count + 1), new("idempotencyKey", Json(FormattableString.Invariant($"key-{count}"))));
        }
    }

    private string Text(SyncField field)
    {
        FieldRules? rules = field.Rules;
        if (rules is { Email: true })
        {
            return FormattableString.Invariant($"user{count}@example.com");
        }

        string text = Texts[random.Next(Texts.Length)];
        // The id in a link holds no control characters.
        text = field.Name is "body" or "text" or "name" || !text.Any(char.IsControl) ? text : "Example";
        return rules is null || (text.Length >= (rules.MinLength ?? 0) && text.Length <= (rules.MaxLength ?? int.MaxValue)) ? text : "Example";
    }
}
