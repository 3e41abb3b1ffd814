using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HiveGen.Corpus;

/// <summary>What the compiled cases call: the original's spelling of values, nothing that reads or decides.</summary>
public static class Support
{
    public static DateTimeOffset Date(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    public static string? Iso(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static JsonNode? Json(JsonElement? value) => value is { } element ? JsonNode.Parse(element.GetRawText()) : null;

    /// <summary>SQL's <c>||</c>: null if one of them is.</summary>
    public static string? Join(params string?[] parts) => parts.Contains(null) ? null : string.Concat(parts);

    public static IReadOnlyList<T> OneOrNone<T>(T? record)
        where T : class => record is null ? [] : [record];

    public static JsonArray List(IEnumerable<JsonObject> objects) => new([.. objects]);

    public static IEnumerable<JsonObject> One(JsonObject shown) => [shown];

    /// <summary>Ours with the fields of each of the others over them; ours alone where there is none.</summary>
    public static IEnumerable<JsonObject> Over(IEnumerable<JsonObject> own, IEnumerable<JsonObject> others)
        => own.SelectMany(one => others.Select(other => Over(one, other)).DefaultIfEmpty(one));

    /// <summary>The members that somebody gave a value.</summary>
    public static JsonObject Given(JsonObject shown) => new(shown.Where(static pair => pair.Value is not null).Select(static pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));

    /// <summary>A result as the original's client gives it: the record, the records or the number. A record that was never stored has what its maker gave.</summary>
    public static JsonNode? Plain(JsonObject result)
    {
        JsonNode? plain = result.Single().Value?.DeepClone();
        return plain is JsonObject record && record["ronin"]?["createdAt"]?.GetValue<string>() == Iso(default(DateTimeOffset))
            ? new JsonObject(Given(record).Where(static pair => pair.Key != "ronin").Select(static pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())))
            : plain;
    }

    /// <summary>The cursor before the first record that is at the place, found by walking there.</summary>
    public static string? Before<T>(Func<string?, Page<T>> page, Func<T, bool> isThere) => Walk(page, isThere).Previous;

    /// <summary>The cursor after the first record that is at the place, found by walking there.</summary>
    public static string? After<T>(Func<string?, Page<T>> page, Func<T, bool> isThere) => Walk(page, isThere).Next;

    /// <summary>A page as the original gives it; its cursors are there where HiveGen's are.</summary>
    public static JsonObject Page<T>(Page<T> page, IEnumerable<JsonObject> records, Func<T, string> cursor)
    {
        JsonObject result = new() { ["records"] = List(records) };
        if (page.HasPrevious)
        {
            result["moreBefore"] = cursor(page.Items[0]);
        }

        if (page.HasNext)
        {
            result["moreAfter"] = cursor(page.Items[^1]);
        }

        return result;
    }

    public static string Cursor(params object?[] values) => string.Join(',', values.Select(static value => Uri.EscapeDataString(value switch
    {
        null => "RONIN_NULL",
        DateTimeOffset time => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    })));

    private static Page<T> Walk<T>(Func<string?, Page<T>> page, Func<T, bool> isThere)
    {
        Page<T> here = page(null);
        while (here.Items.Count > 0 && !isThere(here.Items[0]) && here.HasNext)
        {
            here = page(here.Next);
        }

        return here.Items.Count > 0 && isThere(here.Items[0]) ? here : throw new InvalidOperationException("No record is at the cursor of the recording.");
    }

    private static JsonObject Over(JsonObject own, JsonObject other)
    {
        JsonObject both = own.DeepClone().AsObject();
        foreach ((string key, JsonNode? value) in other)
        {
            both[key] = value?.DeepClone();
        }

        return both;
    }
}
