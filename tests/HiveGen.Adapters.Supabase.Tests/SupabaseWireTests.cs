using System.Text.Json;

namespace HiveGen.Tests;

[Requires<Node>]
public sealed class SupabaseWireTests
{
    private const string Key = "service-role-key-xyz";

    [ServerFact]
    public async Task A_function_is_called_as_the_official_client_calls_one()
    {
        RecordedRequest theirs = RecordedRequest.Of(await OfficialClient.CallAsync("supabase", "rpc"));
        RecordedRequest ours = await SendAsync(Items.Note("n1", 5));
        Assert.Equal(theirs.Method, ours.Method);
        Assert.Equal(theirs.Path, ours.Path);
        Assert.Equal(theirs.Query, ours.Query);
        foreach (string header in new[] { "content-profile", "content-type", "apikey", "authorization" })
        {
            Assert.Equal(theirs.Headers[header], ours.Headers[header]);
        }

        Assert.Equal(JsonValueKind.Object, theirs.Body.ValueKind);
        Assert.Equal("batch", Assert.Single(ours.Body.EnumerateObject()).Name);
    }

    [Fact]
    public async Task Rows_go_as_objects_by_column_without_loss()
    {
        RecordedRequest ours = await SendAsync(Items.Item("c1", 5, new EverythingSync
        {
            Id = "c1",
            Long = long.MaxValue,
            Decimal = 1.0001m,
            Blob = new byte[] { 0, 255 },
            Timestamp = DateTimeOffset.UnixEpoch.AddMicroseconds(-1),
            Duration = TimeSpan.FromMicroseconds(-1),
            Json = JsonElement.Parse("null"),
        }));
        JsonElement run = Assert.Single(ours.Body.GetProperty("batch").GetProperty("runs").EnumerateArray());
        JsonElement row = Assert.Single(run.GetProperty("rows").EnumerateArray());
        Assert.Equal("9223372036854775807", row.GetProperty("long").GetRawText());
        Assert.Equal("1.0001", row.GetProperty("decimal").GetRawText());
        Assert.Equal("AP8=", row.GetProperty("blob").GetString());
        Assert.Equal("1969-12-31T23:59:59.999999Z", row.GetProperty("timestamp").GetString());
        Assert.Equal("-1", row.GetProperty("duration").GetRawText());
        Assert.Equal("null", row.GetProperty("json").GetString());
        Assert.Equal(5, row.GetProperty("_version").GetInt64());
        Assert.Equal(Items.Home, run.GetProperty("home").GetString());
    }

    private static async Task<RecordedRequest> SendAsync(SyncItem item)
    {
        WireCapture capture = new("""{"written":1,"others":[]}""");
        await using FixedServer server = await FixedServer.StartAsync(capture.TakeAsync);
        await using SupabaseTarget target = new("app", server.Url, new SupabaseTargetOptions { Key = Key });
        Assert.Equal([new ItemOutcome(ItemStatus.Applied)], await target.SendAsync(new SendBatch([item], null), CancellationToken.None));
        return Assert.Single(capture.Requests);
    }
}
