using HiveGen.Targets;

namespace HiveGen.AspNetCore.Tests.Router;

public sealed class A_failing_target
{
    private const string Body = """{"model":"users","operation":"create","data":{"email":"a@x"},"recordId":"u"}""";

    public static TheoryData<TargetFailure, int, string?> Failures => new()
    {
        { TargetFailure.Transient, 500, "2" },
        { TargetFailure.Schema, 500, "2" },
        { TargetFailure.Throttled, 429, "2" },
        { TargetFailure.Configuration, 500, null },
        { TargetFailure.CursorConflict, 409, null },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_of_the_target_is_a_refusal_without_its_words(TargetFailure failure, int status, string? retryAfter)
    {
        await using RouterApp app = await RouterApp.StartAsync();
        app.Target.Before = (_, _) => throw new TargetException(failure, "Host=db.internal;Password=hunter2");
        foreach (Answer answer in new[] { await app.SyncAsync(Body), await app.BatchAsync("""{"model":"users","operation":"delete","records":[{"recordId":"u"}]}""") })
        {
            answer.Refuses(status, "target");
            Assert.DoesNotContain("hunter2", answer.Text, StringComparison.Ordinal);
            Assert.Equal(retryAfter, answer.Header("Retry-After"));
        }

        Assert.Contains(app.Log.Lines, static line => line.StartsWith("Error: [Sync] Failed", StringComparison.Ordinal) && line.Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_target_that_says_when_to_come_back_is_heard()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        app.Target.Before = static (_, _) => throw new TargetException(TargetFailure.Throttled, "slow", null, TimeSpan.FromSeconds(17.2));
        Assert.Equal("18", (await app.SyncAsync(Body)).Header("Retry-After"));
    }

    [Fact]
    public async Task A_fault_in_an_adapter_is_a_500_that_tells_nothing()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        app.Target.Before = static (_, _) => throw new InvalidOperationException("C:\\secret\\path");
        Answer answer = await app.SyncAsync(Body);
        answer.Refuses(500, "log");
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
        Assert.Equal(("users", "create", "u"), ((string?)answer.Json!["model"], (string?)answer.Json["operation"], (string?)answer.Json["recordId"]));
    }

    [Fact]
    public async Task A_missing_column_is_mended_once_before_it_is_told()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        int calls = 0;
        app.Target.Before = (_, _) => calls++ == 0 ? throw new TargetException(TargetFailure.Schema, "no such column") : default;
        (await app.SyncAsync(Body)).Accepts();
        Assert.Equal(2, app.Target.Prepared);
    }

    [Fact]
    public async Task A_batch_refused_without_a_reason_is_halved_until_the_bad_record_is_found()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        app.Target.Before = static (batch, _) => batch.Items.Any(static item => item.RecordId == "r6") ? throw new TargetException(TargetFailure.Batch, "something in it") : default;
        Answer answer = await app.BatchAsync($$"""{"model":"users","operation":"delete","records":[{{string.Join(',', Enumerable.Range(0, 10).Select(static i => $$"""{"recordId":"r{{i}}"}"""))}}]}""");
        Assert.Equal((9, 1), ((int)answer.Json!["successful"]!, (int)answer.Json["failed"]!));
        Assert.Equal("refused", (string?)answer.Json["results"]![6]!["status"]);
        Assert.Equal("something in it", (string?)answer.Json["results"]![6]!["error"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_target_that_never_answers_is_left(bool looksAtItsToken)
    {
        await using RouterApp app = await RouterApp.StartAsync();
        app.Target.Before = async (_, cancellation) =>
        {
            await Task.Delay(Timeout.Infinite, looksAtItsToken ? cancellation : CancellationToken.None);
            return null;
        };
        DateTimeOffset sent = app.Clock.GetUtcNow();
        Task<Answer> answer = app.SyncAsync(Body);

        // From timer to timer: the router sets its own only once the target has been called and did not answer at once.
        await app.Clock.RunUntilAsync(answer);
        (await answer).Refuses(500, "cannot be written to now");
        Assert.Equal(TimeSpan.FromSeconds(30), app.Clock.GetUtcNow() - sent);
    }

    [Theory]
    [InlineData(ItemStatus.Permanent, 400, "refused", null)]
    [InlineData(ItemStatus.Conflict, 409, "refused", null)]
    [InlineData(ItemStatus.Retry, 500, "send it again later", "2")]
    public async Task What_the_target_says_of_a_record_has_its_status(ItemStatus status, int expected, string naming, string? retryAfter)
    {
        await using RouterApp app = await RouterApp.StartAsync();
        app.Target.Before = (_, _) => new([new(status, "refused by rule 7\n   at Some.Stack.Frame()")]);
        Answer answer = await app.SyncAsync(Body);
        answer.Refuses(expected, naming);
        Assert.Equal(retryAfter, answer.Header("Retry-After"));
        Assert.DoesNotContain("Stack", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("server=db1;password=hunter2;x", "server=(hidden);password=(hidden);x")]
    [InlineData("cannot reach postgres://me:hunter2@db1/app now", "cannot reach (hidden) now")]
    [InlineData("cannot open /var/lib/app/replica.db: System.IO.IOException", "cannot open (hidden): (hidden)")]
    [InlineData("cannot open C:\\data\\replica.db now", "cannot open (hidden) now")]
    [InlineData("users/u1 and/or 1/2 stay", "users/u1 and/or 1/2 stay")]
    [InlineData("bad\tvalue\r\nDETAIL: row", "bad value")]
    [InlineData("  ", "otherwise")]
    [InlineData(null, "otherwise")]
    public void A_targets_words_lose_what_nobody_should_read(string? words, string expected)
        => Assert.Equal(expected, HiveGen.Router.TargetWords.Clean(words, "otherwise"));

    [Fact]
    public async Task An_app_without_a_target_does_not_start_with_the_router()
    {
        HiveException e = await Assert.ThrowsAsync<HiveException>(() => RouterApp.StartAsync(build: static builder => Replace(builder, new HiveTargets([new UserModel()], []))));
        Assert.Contains("AddHive", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_is_chosen_by_name_and_a_wrong_name_is_told_at_the_start()
    {
        MemoryTarget other = new("other");
        await using (RouterApp app = await RouterApp.StartAsync(
            ["SYNC_SECRET=" + RouterApp.Secret, "HiveSync:Target=other"], build: builder => Replace(builder, new HiveTargets([new UserModel()], [new MemoryTarget("first"), other]))))
        {
            (await app.SyncAsync(Body)).Accepts();
            Assert.NotNull(other.User("u"));
        }

        HiveException e = await Assert.ThrowsAsync<HiveException>(() => RouterApp.StartAsync(["HiveSync:Target=nope"]));
        Assert.Equal("HiveSync:Target is 'nope', and there is no such target. There are: memory.", e.Message);
    }

    private static void Replace(Microsoft.AspNetCore.Builder.WebApplicationBuilder builder, HiveTargets targets)
        => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton(builder.Services, targets);
}
