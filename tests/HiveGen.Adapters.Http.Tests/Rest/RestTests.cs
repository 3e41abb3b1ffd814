using System.Security.Cryptography;
using System.Text;
using HiveGen.Adapters.Http;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

public sealed class RestTests
{
    private static readonly TargetCursor One = new("session_a", 10, 1, 12);

    [Fact]
    public async Task By_default_a_batch_has_the_originals_form_and_nothing_beyond_it()
    {
        (RestApi api, FixedServer server, RestTarget target) = await StartAsync();
        await using (server)
        await using (target)
        {
            Assert.False(target.RemembersCursor);
            await SendAsync(target, Items.Note("n1", 5), Items.Note("n2", 6), Items.Gone("n3", 7));
            Assert.Equal(["update", "delete"], api.Requests.Select(static request => request.Body.GetProperty("operation").GetString()));
            RecordedRequest first = api.Requests[0];
            Assert.Equal(("POST", "/sync/batch"), (first.Method, first.Path));
            Assert.Equal(["model", "operation", "timestamp", "records"], first.Body.EnumerateObject().Select(static member => member.Name));
            Assert.Equal(["recordId", "data"], first.Body.GetProperty("records")[0].EnumerateObject().Select(static member => member.Name));
            Assert.Equal("title", first.Body.GetProperty("records")[0].GetProperty("data").GetProperty("title").GetString());
            Assert.Equal(["recordId"], api.Requests[1].Body.GetProperty("records")[0].EnumerateObject().Select(static member => member.Name));
            Assert.DoesNotContain("Idempotency-Key", first.Headers.Keys);
            Assert.DoesNotContain("webhook-signature", first.Headers.Keys);
        }
    }

    [Fact]
    public async Task Records_may_go_each_by_itself_with_their_version()
    {
        (RestApi api, FixedServer server, RestTarget target) = await StartAsync(new RestTargetOptions { Mode = RestMode.Record, Versions = true });
        await using (server)
        await using (target)
        {
            Assert.Equal(1, target.MaxBatch);
            await SendAsync(target, Items.Note("n/1 ?", 5), Items.Gone("n2", 6));
            Assert.Equal([ItemStatus.Stale, ItemStatus.Stale, ItemStatus.Applied], (await SendAsync(target, Items.Note("n/1 ?", 4), Items.Gone("n2", 6), Items.Note("n2", 7))).Select(static outcome => outcome.Status));
            Assert.Equal(["PUT", "DELETE", "PUT", "DELETE", "PUT"], api.Requests.Select(static request => request.Method));
            Assert.Equal("\"5\"", api.Requests[0].Headers["If-Match"]);
            Assert.Equal(Items.Home, api.Requests[0].Headers["X-Hive-Home"]);
            Assert.Contains(api.RowsOf("notes"), static row => row.Key == "n/1 ?" || row.Key == "n%2F1 ?");
            SyncItem merge = Items.Merge("n9", SyncOperation.Update, new NoteSync { Title = "given" });
            await SendAsync(target, merge);
            Assert.Equal("PATCH", api.Requests[^1].Method);
            Assert.Equal(["id", "title"], api.Requests[^1].Body.EnumerateObject().Select(static member => member.Name).Order());
        }
    }

    [Fact]
    public async Task A_key_is_the_same_for_every_try_of_the_same_states_alone()
    {
        (RestApi api, FixedServer server, RestTarget target) = await StartAsync(new RestTargetOptions { Idempotency = true });
        await using (server)
        await using (target)
        {
            await SendAsync(target, Items.Note("n1", 5));
            await SendAsync(target, Items.Note("n1", 5));
            await SendAsync(target, Items.Note("n1", 6));
            await SendAsync(target, Items.Merge("n1", SyncOperation.Update, new NoteSync { Title = "given" }));
            string?[] keys = [.. api.Requests.Select(static request => request.Headers.GetValueOrDefault("Idempotency-Key"))];
            Assert.NotNull(keys[0]);
            Assert.Equal(keys[0], keys[1]);
            Assert.NotEqual(keys[0], keys[2]);
            Assert.Null(keys[3]);
        }
    }

    [Fact]
    public async Task Batches_that_begin_alike_have_keys_of_their_own()
    {
        (RestApi api, FixedServer server, RestTarget target) = await StartAsync(new RestTargetOptions { Idempotency = true });
        await using (server)
        await using (target)
        {
            await SendAsync(target, Items.Note("n1", 5));
            await SendAsync(target, Items.Note("n1", 5), Items.Note("n2", 6));
            await SendAsync(target, Items.Note("n1", 5), Items.Note("n2", 7));
            await SendAsync(target, Items.Note("n1", 5), Items.Note("n3", 7));
            await SendAsync(target, Items.Note("n1", 5), Items.Note("n3", 7, home: "hive_2"));
            await SendAsync(target, Items.Note("n2", 6), Items.Note("n1", 5));
            string?[] keys = [.. api.Requests.Select(static request => request.Headers.GetValueOrDefault("Idempotency-Key"))];
            Assert.Equal(6, keys.Distinct().Count());
            Assert.All(keys, Assert.NotNull);
        }
    }

    [Fact]
    public async Task A_signature_can_be_checked_as_every_standard_webhook()
    {
        (string Id, string Stamp, string Signature, byte[] Body) sent = ("", "", "", []);
        await using FixedServer server = await FixedServer.StartAsync(async context =>
        {
            using MemoryStream body = new();
            await context.Request.Body.CopyToAsync(body);
            sent = (context.Request.Headers["webhook-id"].ToString(), context.Request.Headers["webhook-timestamp"].ToString(), context.Request.Headers["webhook-signature"].ToString(), body.ToArray());
        });
        await using RestTarget target = new("crm", server.Url, new RestTargetOptions { Secret = RestApi.Secret, Sign = true });
        await SendAsync(target, Items.Note("n1", 5));
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{sent.Id}.{sent.Stamp}."), .. sent.Body];
        Assert.Equal("v1," + Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(RestApi.Secret), signed)), sent.Signature);
    }

    [Fact]
    public async Task Where_an_API_only_counts_the_bad_record_is_found_and_the_others_arrive()
    {
        (RestApi api, FixedServer server, RestTarget target) = await StartAsync();
        await using (server)
        {
            (api.Refused, api.TellsResults) = ("bad", false);
            await using SendingHive hive = new(target);
            await hive.Hive.Notes.AddAsync(Enumerable.Range(0, 20).Select(static n => new Note { Id = $"n{n}", Title = n == 7 ? "bad" : "good" }));
            await hive.ArriveAsync();
            Assert.Equal(1, hive.Status.Dead);
            Assert.Equal(19, api.RowsOf("notes").Count);
        }
    }

    [Fact]
    public async Task A_cursor_at_the_API_follows_at_most_once_a_second_and_tells_of_another_copy()
    {
        FakeTimeProvider clock = new();
        (RestApi api, FixedServer server, RestTarget target) = await StartAsync(new RestTargetOptions { CursorPath = "sync/cursor", Clock = clock });
        await using (server)
        await using (target)
        {
            Assert.True(target.RemembersCursor);
            Assert.Null(await target.ReadCursorAsync(Items.Home, CancellationToken.None));
            TargetCursor at = One;
            await MoveAsync(target, null, at);
            int moves = Moves(api);
            for (int n = 0; n < 10; n++)
            {
                TargetCursor next = at with { Seq = at.Seq + 1 };
                await MoveAsync(target, at, next, Items.Note("n1", 100 + n));
                at = next;
            }

            Assert.Equal(moves, Moves(api));
            clock.Advance(TimeSpan.FromSeconds(1));
            await MoveAsync(target, at, at with { Seq = 100 });
            Assert.Equal(moves + 1, Moves(api));
            Assert.Equal(at with { Seq = 100 }, await target.ReadCursorAsync(Items.Home, CancellationToken.None));
            await using RestTarget other = Make(server, new RestTargetOptions { CursorPath = "sync/cursor" });
            TargetException refused = await Assert.ThrowsAsync<TargetException>(() => MoveAsync(other, One, One with { Seq = 11 }));
            Assert.Equal(TargetFailure.CursorConflict, refused.Failure);
        }
    }

    private static int Moves(RestApi api) => api.Requests.Count(static request => request is { Method: "PUT", Path: "/sync/cursor" });

    private static Task MoveAsync(RestTarget target, TargetCursor? from, TargetCursor to, params IReadOnlyList<SyncItem> items)
        => target.SendAsync(new SendBatch(items, new CursorMove(Items.Home, from, to)), CancellationToken.None).AsTask();

    private static async Task<IReadOnlyList<ItemOutcome>> SendAsync(RestTarget target, params IReadOnlyList<SyncItem> items)
        => await target.SendAsync(new SendBatch(items, null), CancellationToken.None);

    private static RestTarget Make(FixedServer server, RestTargetOptions? options = null) => new("crm", server.Url, (options ?? new RestTargetOptions()) with { Secret = RestApi.Secret });

    private static async Task<(RestApi Api, FixedServer Server, RestTarget Target)> StartAsync(RestTargetOptions? options = null)
    {
        RestApi api = new();
        FixedServer server = await FixedServer.StartAsync(api.AnswerAsync);
        return (api, server, Make(server, options));
    }
}
