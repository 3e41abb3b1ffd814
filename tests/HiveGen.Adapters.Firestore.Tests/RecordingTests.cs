using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HiveGen.Adapters.Firestore;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

/// <summary>The official client's conversation with the real emulator.</summary>
public sealed partial class RecordingTests
{
    [WireFact]
    public async Task The_stand_in_answers_as_the_emulator_did()
    {
        await using FakeFirestore firestore = new();
        using JsonDocument recordings = WireRecordings.Read("firestore");
        Dictionary<string, string> times = new(StringComparer.Ordinal);
        foreach (JsonElement request in recordings.RootElement.GetProperty("requests").EnumerateArray())
        {
            string path = request.GetProperty("path").GetString()!["/v1/".Length..];
            string body = request.GetProperty("body").GetRawText();
            foreach ((string theirs, string ours) in times)
            {
                body = body.Replace(theirs, ours, StringComparison.Ordinal);
            }

            JsonNode answer = firestore.Do(path[..path.LastIndexOf(':')], path[(path.LastIndexOf(':') + 1)..], JsonNode.Parse(body)!);
            JsonNode recorded = JsonNode.Parse(request.GetProperty("answered").GetProperty("body").GetRawText())!;
            Pair(recorded, answer, times);
            Assert.Equal(Meaning(recorded), Meaning(answer));
        }
    }

    [WireFact]
    public async Task The_target_asks_as_the_official_client_does()
    {
        await using FakeFirestore firestore = new();
        await firestore.StartAsync();
        await using FirestoreTarget target = new("firestore", "demo-hive", new FirestoreTargetOptions { Emulator = firestore.Host });
        await target.SendAsync(new SendBatch([Items.Note("n1", 5)], null), CancellationToken.None);
        using JsonDocument recordings = WireRecordings.Read("firestore");
        foreach ((string path, Microsoft.AspNetCore.Http.IHeaderDictionary headers, JsonNode body) in firestore.Requests)
        {
            JsonElement theirs = recordings.RootElement.GetProperty("requests").EnumerateArray().First(request => request.GetProperty("path").GetString() == path);
            JsonElement expected = theirs.GetProperty("headers");
            Assert.StartsWith(expected.GetProperty("content-type").GetString(), headers.ContentType.ToString(), StringComparison.Ordinal);
            Assert.Equal(expected.GetProperty("authorization").GetString(), headers.Authorization.ToString());
            Assert.Equal(expected.GetProperty("google-cloud-resource-prefix").GetString(), headers["google-cloud-resource-prefix"].ToString());
            Assert.Contains(body.AsObject().First().Key, theirs.GetProperty("body").EnumerateObject().Select(static member => member.Name));
        }

        Assert.Equal([":batchGet", ":batchWrite"], firestore.Requests.Select(static request => request.Path[request.Path.LastIndexOf(':')..]));
    }

    // Times differ, and later requests name them.
    private static void Pair(JsonNode theirs, JsonNode ours, Dictionary<string, string> times)
    {
        foreach ((Match left, Match right) in Times().Matches(theirs.ToJsonString()).Zip(Times().Matches(ours.ToJsonString())))
        {
            times[left.Groups[1].Value] = right.Groups[1].Value;
        }
    }

    private static string Meaning(JsonNode answer) => Time().Replace(Sorted(answer)!.ToJsonString(), "\"(time)\"");

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(static member => member.Key, StringComparer.Ordinal).Select(static member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    [GeneratedRegex("\"updateTime\":\"([^\"]+)\"")]
    private static partial Regex Times();

    [GeneratedRegex("\"2026-[^\"]+Z\"")]
    private static partial Regex Time();
}
