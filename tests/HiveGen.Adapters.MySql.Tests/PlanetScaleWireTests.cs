using System.Text.Json;
using HiveGen.Adapters.MySql;
using HiveGen.Servers;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

[Requires<Node>]
public sealed class PlanetScaleWireTests
{
    private const string Answer = """{"session":{"signature":"sig","vitessSession":{"autocommit":true}},"result":{"rowsAffected":"1"},"timing":0.001}""";

    [ServerFact]
    public async Task A_transaction_is_the_official_clients_requests()
    {
        List<RecordedRequest> ours = await SendAsync(new SendBatch([Items.Note("n1", 5)], null));
        RecordedRequest theirs = RecordedRequest.Of(await OfficialClient.CallAsync("planetscale", "transaction"));
        foreach (RecordedRequest request in ours)
        {
            Assert.Equal((theirs.Method, theirs.Path, theirs.Query), (request.Method, request.Path, request.Query));
            Assert.Equal(theirs.Headers["authorization"], request.Headers["authorization"]);
            Assert.Equal(theirs.Headers["content-type"], request.Headers["content-type"]);
            Assert.Equal(theirs.Body.EnumerateObject().Select(static member => member.Name), request.Body.EnumerateObject().Select(static member => member.Name));
        }

        Assert.True(JsonElement.DeepEquals(theirs.Body, ours[0].Body), ours[0].Body.GetRawText());
    }

    [Fact]
    public async Task A_batch_is_one_data_request_in_the_frame_of_a_transaction_whose_session_is_carried_along()
    {
        CursorMove move = new(Items.Home, null, new TargetCursor("s", 1, 1));
        List<RecordedRequest> requests = await SendAsync(new SendBatch([.. Enumerable.Range(0, 500).Select(static i => Items.Note($"n{i}", i + 1))], move));
        string[] sql = [.. requests.Select(static request => request.Body.GetProperty("query").GetString()!)];
        Assert.Equal(5, sql.Length);
        Assert.Equal("BEGIN", sql[0]);
        Assert.StartsWith("insert into `_hive_cursor`", sql[1], StringComparison.Ordinal);
        Assert.StartsWith("insert into `notes`", sql[2], StringComparison.Ordinal);
        Assert.StartsWith("select '0', cast(`id` as char), `_home` from `notes`", sql[3], StringComparison.Ordinal);
        Assert.Equal("COMMIT", sql[4]);
        Assert.Equal(JsonValueKind.Null, requests[0].Body.GetProperty("session").ValueKind);
        Assert.All(requests.Skip(1), static request => Assert.Equal("""{"signature":"sig","vitessSession":{"autocommit":true}}""", request.Body.GetProperty("session").GetRawText()));
    }

    private static async Task<List<RecordedRequest>> SendAsync(SendBatch batch)
    {
        WireCapture capture = new(Answer);
        await using FixedServer server = await FixedServer.StartAsync(capture.TakeAsync);
        await using PlanetScaleTarget target = new("shop", server.Url, new PlanetScaleTargetOptions { Username = "user", Password = "pw" });
        Assert.All(await target.SendAsync(batch, CancellationToken.None), static outcome => Assert.Equal(ItemStatus.Applied, outcome.Status));
        return capture.Requests;
    }
}
