using System.Text.Json;

namespace HiveGen.Tests;

[Requires<Node>]
public sealed class ConvexWireTests
{
    private const string Key = "prod:happy-animal-123|deploykey";

    [ServerFact]
    public async Task A_mutation_is_called_as_the_official_client_calls_one()
    {
        RecordedRequest theirs = RecordedRequest.Of(await OfficialClient.CallAsync("convex", "mutation with a deploy key"));
        RecordedRequest ours = await SendAsync(Items.Note("n1", 5));
        Assert.Equal((theirs.Method, theirs.Path, theirs.Query), (ours.Method, ours.Path, ours.Query));
        Assert.Equal(theirs.Headers["content-type"], ours.Headers["content-type"]);
        Assert.Equal(theirs.Headers["authorization"], ours.Headers["authorization"]);
        Assert.True(ours.Headers.ContainsKey("convex-client"));
        Assert.Equal(theirs.Body.EnumerateObject().Select(static member => member.Name), ours.Body.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(theirs.Body.GetProperty("format").GetString(), ours.Body.GetProperty("format").GetString());
        Assert.Equal(JsonValueKind.Object, Assert.Single(ours.Body.GetProperty("args").EnumerateArray()).ValueKind);
    }

    [ServerFact]
    public async Task Values_that_JSON_has_not_are_written_as_the_official_client_writes_them()
    {
        JsonElement theirs = (await OfficialClient.CallAsync("convex", "mutation")).GetProperty("body").GetProperty("args")[0].GetProperty("records")[0];
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            ConvexValues.WriteInt64(writer, JsonEncodedText.Encode("big"), (1L << 53) + 1);
            ConvexValues.WriteBytes(writer, JsonEncodedText.Encode("bytes"), [0, 255]);
            ConvexValues.WriteDouble(writer, JsonEncodedText.Encode("f"), 1.5);
            ConvexValues.WriteDouble(writer, JsonEncodedText.Encode("inf"), double.PositiveInfinity);
            ConvexValues.WriteDouble(writer, JsonEncodedText.Encode("nan"), double.NaN);
            ConvexValues.WriteDouble(writer, JsonEncodedText.Encode("negz"), -0.0);
            writer.WriteEndObject();
        }

        foreach (JsonProperty ours in JsonElement.Parse(stream.ToArray()).EnumerateObject())
        {
            Assert.True(JsonElement.DeepEquals(theirs.GetProperty(ours.Name), ours.Value), ours.ToString());
        }
    }

    [Fact]
    public async Task A_row_has_its_bookkeeping_under_names_that_Convex_allows()
    {
        RecordedRequest ours = await SendAsync(Items.Item("c1", 5, new EverythingSync { Id = "c1", Long = long.MaxValue, Decimal = 1.0001m, Blob = new byte[] { 0, 255 }, Timestamp = DateTimeOffset.UnixEpoch.AddMicroseconds(-1) }));
        JsonElement row = ours.Body.GetProperty("args")[0].GetProperty("models").GetProperty("everything")[0];
        Assert.All(row.EnumerateObject(), static member => Assert.False(member.Name[0] is '_' or '$'));
        Assert.Equal("c1", row.GetProperty("hiveId").GetString());
        Assert.Equal(5, row.GetProperty("hiveVersion").GetInt64());
        Assert.False(row.GetProperty("hiveDeleted").GetBoolean());
        Assert.Equal(Items.Home, row.GetProperty("hiveHome").GetString());
        Assert.Equal("/////////38=", row.GetProperty("long").GetProperty("$integer").GetString());
        Assert.Equal("AP8=", row.GetProperty("blob").GetProperty("$bytes").GetString());
        Assert.Equal("1.0001", row.GetProperty("decimal").GetString());
        Assert.Equal("1969-12-31T23:59:59.999999Z", row.GetProperty("timestamp").GetString());
    }

    private static async Task<RecordedRequest> SendAsync(SyncItem item)
    {
        WireCapture capture = new("""{"status":"success","value":{"MODEL":["applied"]}}""".Replace("MODEL", item.Model.Name, StringComparison.Ordinal));
        await using FixedServer server = await FixedServer.StartAsync(capture.TakeAsync);
        await using ConvexTarget target = new("app", server.Url, new ConvexTargetOptions { DeployKey = Key });
        Assert.Equal([new ItemOutcome(ItemStatus.Applied)], await target.SendAsync(new SendBatch([item], null), CancellationToken.None));
        return Assert.Single(capture.Requests);
    }
}
