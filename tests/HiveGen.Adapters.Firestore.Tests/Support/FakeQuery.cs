using System.Globalization;
using System.Text.Json.Nodes;

namespace HiveGen.Tests;

/// <summary>Structured queries, as far as the target and the recordings use them.</summary>
internal static class FakeQuery
{
    public static IEnumerable<(FakeDocument Document, IReadOnlyCollection<string>? Mask)> Run(FakeStore store, string root, JsonObject query)
    {
        string collection = $"{root}/{query["from"]![0]!["collectionId"]!.GetValue<string>()}/";
        List<string> order = [.. (query["orderBy"]?.AsArray() ?? []).Select(static one => one!["field"]!["fieldPath"]!.GetValue<string>())];
        if (!order.Contains("__name__"))
        {
            order.Add("__name__");
        }

        IEnumerable<FakeDocument> found = store.Documents.Values
            .Where(document => document.Name.StartsWith(collection, StringComparison.Ordinal) && !document.Name.AsSpan(collection.Length).Contains('/'))
            .Where(document => order.All(path => path == "__name__" || document.Fields.ContainsKey(path)) && (query["where"] is not JsonObject where || Holds(document, where)))
            .Order(Comparer<FakeDocument>.Create((left, right) => Compare(order.Select(path => Compare(Value(left, path)!, Value(right, path)!)))));
        if (query["startAt"] is JsonObject start)
        {
            JsonNode?[] values = [.. start["values"]!.AsArray()];
            bool inclusive = start["before"]?.GetValue<bool>() == true;
            found = found.Where(document => Compare(values.Select((value, index) => Compare(Value(document, order[index])!, value!))) is var side && (side > 0 || (inclusive && side == 0)));
        }

        string[]? mask = query["select"]?["fields"]?.AsArray().Select(static field => field!["fieldPath"]!.GetValue<string>()).ToArray();
        return found.Take(query["limit"]?.GetValue<int>() ?? int.MaxValue).Select(document => (document, (IReadOnlyCollection<string>?)mask));
    }

    private static bool Holds(FakeDocument document, JsonObject where)
    {
        if (where["compositeFilter"] is JsonObject all)
        {
            return all["filters"]!.AsArray().All(filter => Holds(document, filter!.AsObject()));
        }

        JsonNode filter = where["fieldFilter"]!;
        if (Value(document, filter["field"]!["fieldPath"]!.GetValue<string>()) is not { } value)
        {
            return false;
        }

        if (filter["op"]!.GetValue<string>() == "IN")
        {
            return filter["value"]!["arrayValue"]!["values"]!.AsArray().Any(one => KindOf(value) == KindOf(one!) && Compare(value, one!) == 0);
        }

        if (KindOf(value) != KindOf(filter["value"]!))
        {
            return false;
        }

        int side = Compare(value, filter["value"]!);
        return filter["op"]!.GetValue<string>() switch
        {
            "EQUAL" => side == 0,
            "LESS_THAN" => side < 0,
            string op => throw FakeFailure.Invalid($"The stand-in has no {op}."),
        };
    }

    private static JsonNode? Value(FakeDocument document, string path) => path == "__name__" ? new JsonObject { ["referenceValue"] = document.Name } : document.Fields[path];

    private static string KindOf(JsonNode value) => value.AsObject().Single().Key;

    private static int Compare(IEnumerable<int> sides) => sides.FirstOrDefault(static side => side != 0);

    private static int Compare(JsonNode left, JsonNode right) => KindOf(left) switch
    {
        "integerValue" => long.Parse(left["integerValue"]!.ToString(), CultureInfo.InvariantCulture).CompareTo(long.Parse(right["integerValue"]!.ToString(), CultureInfo.InvariantCulture)),
        "timestampValue" => DateTimeOffset.Parse(left["timestampValue"]!.ToString(), CultureInfo.InvariantCulture).CompareTo(DateTimeOffset.Parse(right["timestampValue"]!.ToString(), CultureInfo.InvariantCulture)),
        "booleanValue" => left["booleanValue"]!.GetValue<bool>().CompareTo(right["booleanValue"]!.GetValue<bool>()),
        string kind => string.CompareOrdinal(left[kind]!.ToString(), right[kind]!.ToString()),
    };
}
