using HiveGen.Security;
using HiveGen.Targets;

namespace HiveGen.AspNetCore.Tests.Router;

public sealed class Repeated_requests
{
    private const string Body = """{"model":"users","operation":"create","data":{"email":"a@x"},"recordId":"u"}""";

    [Fact]
    public async Task A_repetition_gets_the_first_answer_and_writes_nothing()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        Answer first = await SendAsync(app, "k1");
        first.Accepts();
        app.Clock.Advance(TimeSpan.FromMinutes(9));
        Answer again = await SendAsync(app, "k1");
        Assert.Equal((200, first.Text, first.ContentType, "true"), (again.Status, again.Text, again.ContentType, again.Header("Idempotent-Replayed")));
        Assert.Single(app.Target.Batches);
        Assert.Null(first.Header("Idempotent-Replayed"));
        (await SendAsync(app, "k2")).Accepts();
        Assert.Equal(2, app.Target.Batches.Count);
        app.Clock.Advance(TimeSpan.FromMinutes(1.1));
        Assert.Null((await SendAsync(app, "k1")).Header("Idempotent-Replayed"));
        Assert.Equal(3, app.Target.Batches.Count);
    }

    [Fact]
    public async Task The_key_may_stand_in_the_body_in_the_header_or_in_both_alike()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        string keyed = Body.Replace("{\"model\"", "{\"idempotencyKey\":\"k\",\"model\"", StringComparison.Ordinal);
        (await app.SyncAsync(keyed)).Accepts();
        Assert.Equal("true", (await app.SyncAsync(keyed)).Header("Idempotent-Replayed"));
        Assert.Equal("true", (await SendAsync(app, "k", keyed)).Header("Idempotent-Replayed"));
        (await SendAsync(app, "other", keyed)).Refuses(400, "Idempotency-Key is another key");
        Assert.Single(app.Target.Batches);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("é")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        await using RouterApp app = await RouterApp.StartAsync();
        (await app.SyncAsync(Body.Replace("{\"model\"", $"{{\"idempotencyKey\":\"{key}\",\"model\"", StringComparison.Ordinal))).Refuses(400, "idempotencyKey must be");
        (await SendAsync(app, new string('k', 256))).Refuses(400, "Idempotency-Key must be");
        (await app.PostAsync("/sync", Body, change: static r => r.Headers.TryAddWithoutValidation("Idempotency-Key", ["a", "b"]))).Refuses(400, "Idempotency-Key must be given once");
        Assert.Empty(app.Target.Batches);
    }

    [Fact]
    public async Task Another_body_another_client_or_another_endpoint_is_no_repetition()
    {
        const string Other = "another-secret-0123456789";
        await using RouterApp app = await RouterApp.StartAsync([$"SYNC_SECRET={RouterApp.Secret},{Other}", "HiveSync:RateLimit=0"]);
        (await SendAsync(app, "k")).Accepts();
        (await SendAsync(app, "k", Body + " ")).Refuses(422, "with another body");
        Assert.Single(app.Target.Batches);
        (await app.PostAsync("/sync", Body, Other, static r => r.Headers.Add("Idempotency-Key", "k"))).Accepts();
        (await app.PostAsync("/sync/batch", """{"model":"users","operation":"delete","records":[{"recordId":"u"}]}""", change: static r => r.Headers.Add("Idempotency-Key", "k"))).Accepts();
        Assert.Equal(3, app.Target.Batches.Count);
    }

    [Fact]
    public async Task What_failed_for_now_is_not_remembered_and_what_failed_for_good_is()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        app.Target.Before = static (_, _) => throw new TargetException(TargetFailure.Transient, "down");
        (await SendAsync(app, "k")).Refuses(500, "later");
        app.Target.Before = static (_, _) => new([new ItemOutcome(ItemStatus.Retry)]);
        (await SendAsync(app, "k")).Refuses(500, "later");
        app.Target.Before = static (_, _) => new([new ItemOutcome(ItemStatus.Conflict, "of another home")]);
        Answer conflict = await SendAsync(app, "k");
        conflict.Refuses(409, "another home");
        app.Target.Before = null;
        Answer again = await SendAsync(app, "k");
        Assert.Equal((409, conflict.Text), (again.Status, again.Text));
        (await app.SyncAsync("{", RouterApp.Secret)).Refuses(400, "JSON");
    }

    [Fact]
    public async Task A_repetition_while_the_first_is_running_waits_its_turn()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously), go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Target.Before = async (_, _) =>
        {
            reached.SetResult();
            await go.Task;
            return null;
        };
        Task<Answer> first = SendAsync(app, "k");
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(60));
        Answer early = await SendAsync(app, "k");
        early.Refuses(409, "not done yet");
        Assert.Equal("1", early.Header("Retry-After"));
        go.SetResult();
        (await first.WaitAsync(TimeSpan.FromSeconds(60))).Accepts();
        Assert.Equal("true", (await SendAsync(app, "k")).Header("Idempotent-Replayed"));
    }

    [Fact]
    public async Task When_no_more_can_be_remembered_keyed_requests_are_refused_and_others_are_not()
    {
        await using RouterApp app = await RouterApp.StartAsync(["SYNC_SECRET=" + RouterApp.Secret, "HiveSync:RateLimit=0", "HiveSync:MaxRemembered=1", "HiveSync:IdempotencyWindow=00:01:00"]);
        (await SendAsync(app, "1")).Accepts();
        Answer full = await SendAsync(app, "2");
        full.Refuses(503, "as many requests");
        Assert.Equal("60", full.Header("Retry-After"));
        (await app.SyncAsync(Body)).Accepts();
        Assert.Equal("true", (await SendAsync(app, "1")).Header("Idempotent-Replayed"));
        app.Clock.Advance(TimeSpan.FromSeconds(61));
        (await SendAsync(app, "2")).Accepts();
    }

    [Fact]
    public async Task A_clock_that_was_moved_back_a_year_costs_one_place_and_not_all_of_them()
    {
        await using RouterApp app = await RouterApp.StartAsync(["SYNC_SECRET=" + RouterApp.Secret, "HiveSync:RateLimit=0", "HiveSync:MaxRemembered=2", "HiveSync:IdempotencyWindow=00:01:00"]);
        (await SendAsync(app, "1")).Accepts();
        app.Clock.Advance(TimeSpan.FromDays(-365));
        (await SendAsync(app, "2")).Accepts();
        Answer full = await SendAsync(app, "3");
        full.Refuses(503, "as many requests");
        Assert.Equal("60", full.Header("Retry-After"));
        app.Clock.Advance(TimeSpan.FromSeconds(61));
        (await SendAsync(app, "3")).Accepts();
        Assert.Equal("true", (await SendAsync(app, "1")).Header("Idempotent-Replayed"));
    }

    [Fact]
    public async Task A_request_with_a_version_is_not_remembered_because_its_version_guards_it()
    {
        const string Versioned = """{"model":"users","operation":"update","data":{"email":"a@x"},"recordId":"u","home":"h","version":7}""";
        await using RouterApp app = await RouterApp.StartAsync();
        (await SendAsync(app, "k", Versioned)).Accepts();
        Answer again = await SendAsync(app, "k", Versioned);
        Assert.Equal(("stale", null), ((string?)again.Json!["status"], again.Header("Idempotent-Replayed")));
        (await SendAsync(app, "k", Versioned.Replace("7}", "8}", StringComparison.Ordinal))).Accepts();
        Assert.Equal(3, app.Target.Batches.Count);
    }

    [Fact]
    public void Answers_are_kept_up_to_their_weight_and_no_key_is_forgotten_for_it()
    {
        FakeTimeProvider clock = new();
        BoundedMemory<string> memory = new(clock, maxWeight: 10);
        Assert.Equal(MemoryAnswer.Added, memory.TryAdd(1, "first", TimeSpan.FromMinutes(1), 100, out _));
        memory.Replace(1, "answer", 9);
        Assert.Equal(MemoryAnswer.Added, memory.TryAdd(2, "second", TimeSpan.FromMinutes(2), 100, out _));
        memory.Replace(2, "answer", 1);
        Assert.Equal(MemoryAnswer.Full, memory.TryAdd(3, "third", TimeSpan.FromMinutes(1), 100, out _));
        Assert.Equal(MemoryAnswer.Known, memory.TryAdd(1, "again", TimeSpan.FromMinutes(1), 100, out string? kept));
        Assert.Equal("answer", kept);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(MemoryAnswer.Added, memory.TryAdd(3, "third", TimeSpan.FromMinutes(1), 100, out _));
        memory.Replace(3, "answer", 9);
        Assert.Equal(MemoryAnswer.Full, memory.TryAdd(4, "fourth", TimeSpan.FromMinutes(1), 100, out _));
        memory.Remove(3);
        Assert.Equal(MemoryAnswer.Added, memory.TryAdd(4, "fourth", TimeSpan.FromMinutes(1), 100, out _));
    }

    [Fact]
    public async Task A_version_may_stand_in_the_header_and_guards_by_itself()
    {
        const string Versioned = """{"model":"users","operation":"update","data":{"email":"a@x"},"recordId":"u","home":"h"}""";
        await using RouterApp app = await RouterApp.StartAsync();
        (await VersionAsync(app, Versioned, "7")).Accepts();
        Assert.Equal(7, app.Target["users", SqlValue.From("u")]!.Version);
        Assert.Equal("stale", (string?)(await VersionAsync(app, Versioned, "7")).Json!["status"]);
        (await VersionAsync(app, Versioned.Replace("\"home\"", "\"version\":8,\"home\"", StringComparison.Ordinal), "8")).Accepts();
        (await VersionAsync(app, Versioned.Replace("\"home\"", "\"version\":9,\"home\"", StringComparison.Ordinal), "8")).Refuses(400, "X-Hive-Version is another version");
        (await VersionAsync(app, Versioned, "0")).Refuses(400, "X-Hive-Version must be");
        (await VersionAsync(app, Versioned, "7.0")).Refuses(400, "X-Hive-Version must be");
        (await VersionAsync(app, Body, "7")).Refuses(400, "home is required");
        (await app.PostAsync("/sync/batch", """{"model":"users","operation":"delete","records":[]}""", change: static r => r.Headers.Add("X-Hive-Version", "1"))).Refuses(400, "X-Hive-Version is for one record");
    }

    private static Task<Answer> VersionAsync(RouterApp app, string body, string version)
        => app.PostAsync("/sync", body, change: r => r.Headers.TryAddWithoutValidation("X-Hive-Version", version));

    private static Task<Answer> SendAsync(RouterApp app, string key, string body = Body)
        => app.PostAsync("/sync", body, change: r => r.Headers.TryAddWithoutValidation("Idempotency-Key", key));
}
