using System.Text.Json;
using HiveGen.Adapters.Turso;
using HiveGen.Servers;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

[Requires<Node>]
public sealed class TursoWireTests
{
    private const string Token = "jwt.token.here";

    // Two steps of data, as in the recorded call: one looks, one writes.
    private const string Answer = """
        {"baton":null,"base_url":null,"results":[{"type":"ok","response":{"type":"batch","result":{
          "step_results":[{"rows":[]},{"rows":[]},{"rows":[]},{"rows":[]},null],"step_errors":[null,null,null,null,null]}}},{"type":"ok","response":{"type":"close"}}]}
        """;

    [ServerFact]
    public async Task A_batch_is_one_request_of_the_official_clients_form()
    {
        RecordedRequest theirs = RecordedRequest.Of(await OfficialClient.CallAsync("libsql", "batch"));
        RecordedRequest ours = await SendAsync(Items.Note("n1", 5));
        Assert.Equal((theirs.Method, theirs.Path, theirs.Query), (ours.Method, ours.Path, ours.Query));
        foreach (string header in new[] { "content-type", "authorization" })
        {
            Assert.Equal(theirs.Headers[header], ours.Headers[header]);
        }

        Assert.Equal([.. Frame(theirs)], Frame(ours));
    }

    [ServerFact]
    public async Task Values_have_the_types_of_the_official_client()
    {
        JsonElement theirs = Batch(RecordedRequest.Of(await OfficialClient.CallAsync("libsql", "batch"))).GetProperty("steps")[1].GetProperty("stmt").GetProperty("args");
        JsonElement ours = Batch(await SendAsync(Items.Note("n1", 5, "A"))).GetProperty("steps")[2].GetProperty("stmt").GetProperty("args");
        JsonElement version = theirs[2], text = theirs[1];
        Assert.Contains(ours.EnumerateArray(), value => JsonElement.DeepEquals(value, version));
        Assert.Contains(ours.EnumerateArray(), value => JsonElement.DeepEquals(value, text));
    }

    [Fact]
    public async Task Every_type_has_the_protocols_form()
    {
        RecordedRequest ours = await SendAsync(Items.Item("e1", 5, new EverythingSync { Id = "e1", Long = long.MaxValue, Double = 0.5, Blob = new byte[] { 0, 255 }, BoolOrNull = true, Fine = 0.000000000000000001m }));
        string args = Batch(ours).GetProperty("steps")[2].GetProperty("stmt").GetProperty("args").GetRawText();
        Assert.Contains("""{"type":"integer","value":"9223372036854775807"}""", args, StringComparison.Ordinal);
        Assert.Contains("""{"type":"float","value":0.5}""", args, StringComparison.Ordinal);
        Assert.Contains("""{"type":"blob","base64":"AP8="}""", args, StringComparison.Ordinal);
        Assert.Contains("""{"type":"integer","value":"1"}""", args, StringComparison.Ordinal);
        Assert.Contains("""{"type":"null"}""", args, StringComparison.Ordinal);
    }

    // What frames the data: the kinds of the requests, which steps run after which, and the SQL of the transaction.
    private static IEnumerable<string> Frame(RecordedRequest request)
    {
        foreach (JsonElement one in request.Body.GetProperty("requests").EnumerateArray())
        {
            string type = one.GetProperty("type").GetString()!;
            if (type != "store_sql") // the official client's way to send a text once
            {
                yield return type;
            }
        }

        foreach (JsonElement step in Batch(request).GetProperty("steps").EnumerateArray())
        {
            string sql = step.GetProperty("stmt").TryGetProperty("sql", out JsonElement text) ? text.GetString()! : "";
            yield return (step.TryGetProperty("condition", out JsonElement condition) ? condition.GetRawText().Replace(" ", "", StringComparison.Ordinal).ReplaceLineEndings("") : "always")
                + (sql is "BEGIN IMMEDIATE" or "COMMIT" or "ROLLBACK" ? " " + sql : " data");
        }
    }

    private static JsonElement Batch(RecordedRequest request)
        => request.Body.GetProperty("requests").EnumerateArray().Single(static one => one.GetProperty("type").GetString() == "batch").GetProperty("batch");

    private static async Task<RecordedRequest> SendAsync(SyncItem item)
    {
        WireCapture capture = new(Answer);
        await using FixedServer server = await FixedServer.StartAsync(capture.TakeAsync);
        await using TursoTarget target = new("edge", server.Url, new TursoTargetOptions { AuthToken = Token });
        Assert.Equal([new ItemOutcome(ItemStatus.Applied)], await target.SendAsync(new SendBatch([item], null), CancellationToken.None));
        return Assert.Single(capture.Requests);
    }
}
