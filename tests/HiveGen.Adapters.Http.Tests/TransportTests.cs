using System.Collections.Concurrent;
using System.Text;
using HiveGen.Adapters.Http;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Tests;

/// <summary>What a server, or the way to it, may do to an answer of any target over HTTP.</summary>
public sealed class TransportTests
{
    [Fact]
    public async Task A_connection_that_is_not_made_in_time_is_transient_and_told_to_a_caller()
    {
        RouterTargetOptions options = new()
        {
            Secret = CentralApp.Secret,
            Handler = static handler =>
            {
                handler.ConnectTimeout = TimeSpan.FromMilliseconds(1);
                handler.ConnectCallback = static async (_, cancellationToken) =>
                {
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                    return Stream.Null;
                };
            },
        };
        await using RouterTarget target = new("central", "http://localhost:1", options);
        Assert.Equal(TargetFailure.Transient, (await Assert.ThrowsAsync<TargetException>(async () => await target.ReadCursorAsync("hive", default))).Failure);
        using SyncClient client = new("http://localhost:1", CentralApp.Models, options);
        Assert.Equal(ItemStatus.Retry, (await client.SyncToDatabaseAsync("users", SyncOperation.Delete, null, "u1")).Status);
    }

    [Fact]
    public async Task A_target_that_is_closed_while_it_sends_is_transient_and_who_gives_up_hears_that()
    {
        TaskCompletionSource came = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using FixedServer silent = await FixedServer.StartAsync(async context =>
        {
            came.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        RestTarget target = new("crm", silent.Url, new RestTargetOptions { Secret = "secret" });
        Task sending = target.SendAsync(new SendBatch([Items.Note("n1", 1)], null), CancellationToken.None).AsTask();
        await came.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await target.DisposeAsync();
        Assert.Equal(TargetFailure.Transient, (await Assert.ThrowsAsync<TargetException>(() => sending)).Failure);

        came = new(TaskCreationOptions.RunContinuationsAsynchronously);
        // Its clock stands still: no timeout ends the request instead.
        await using RestTarget other = new("crm", silent.Url, new RestTargetOptions { Secret = "secret", Clock = new FakeTimeProvider() });
        using CancellationTokenSource given = new();
        Task waiting = other.SendAsync(new SendBatch([Items.Note("n1", 1)], null), given.Token).AsTask();
        await came.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task A_body_that_never_ends_is_a_timeout()
    {
        TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using FixedServer server = await FixedServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            begun.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        FakeTimeProvider clock = new();
        await using RestTarget target = new("crm", server.Url, new RestTargetOptions { Secret = "secret", Clock = clock });
        Task sending = target.SendAsync(new SendBatch([Items.Note("n1", 1)], null), CancellationToken.None).AsTask();
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(60));
        clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(TargetFailure.Timeout, (await Assert.ThrowsAsync<TargetException>(() => sending.WaitAsync(TimeSpan.FromSeconds(60)))).Failure);
    }

    [Fact]
    public async Task An_answer_beyond_all_measure_is_not_taken_in()
    {
        await using FixedServer server = await FixedServer.StartAsync(static async context =>
        {
            byte[] blanks = new byte[1 << 20];
            Array.Fill(blanks, (byte)' ');
            for (int part = 0; part <= 64; part++)
            {
                await context.Response.Body.WriteAsync(blanks, context.RequestAborted);
            }

            await context.Response.WriteAsync("""{"success":true}""", context.RequestAborted);
        });
        await using RestTarget target = new("crm", server.Url, new RestTargetOptions { Secret = "secret" });
        await Assert.ThrowsAsync<TargetException>(async () => await target.SendAsync(new SendBatch([Items.Note("n1", 1)], null), CancellationToken.None));
    }

    [Fact]
    public async Task No_redirect_is_followed_and_no_cookie_kept_whatever_the_app_sets_up()
    {
        ConcurrentQueue<string> seen = [];
        await using FixedServer server = await FixedServer.StartAsync(context =>
        {
            seen.Enqueue($"{context.Request.Path} {context.Request.Headers.Cookie}");
            context.Response.Headers.SetCookie = "session=1; Path=/";
            context.Response.Redirect("/elsewhere", permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        });
        await using RestTarget target = new("crm", server.Url, new RestTargetOptions { Secret = "secret", Handler = static handler => (handler.AllowAutoRedirect, handler.UseCookies) = (true, true) });
        for (int time = 0; time < 2; time++)
        {
            TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await target.SendAsync(new SendBatch([Items.Note("n1", 1)], null), CancellationToken.None));
            Assert.Equal(TargetFailure.Configuration, refused.Failure);
        }

        Assert.Equal(["/sync/batch ", "/sync/batch "], seen);
    }

    [Fact]
    public async Task Words_that_are_no_UTF_8_take_nothing_from_what_the_status_says()
    {
        await using FixedServer server = await AnswerAsync(429, Encoding.Latin1.GetBytes("""{"error":"zu früh"}"""));
        await using RestTarget rest = new("crm", server.Url, new RestTargetOptions { Secret = "secret" });
        TargetException thrown = await Assert.ThrowsAsync<TargetException>(async () => await rest.SendAsync(new SendBatch([Items.Note("n1", 1)], null), CancellationToken.None));
        Assert.Equal((TargetFailure.Throttled, TimeSpan.FromSeconds(7)), (thrown.Failure, thrown.RetryAfter));
        await using RouterTarget router = new("central", server.Url, new RouterTargetOptions { Secret = "secret" });
        thrown = await Assert.ThrowsAsync<TargetException>(async () => await router.ReadCursorAsync("hive", default));
        Assert.Equal((TargetFailure.Throttled, TimeSpan.FromSeconds(7)), (thrown.Failure, thrown.RetryAfter));
    }

    [Fact]
    public async Task A_record_refused_in_words_that_are_no_UTF_8_holds_up_no_other()
    {
        await using FixedServer server = await AnswerAsync(200, Encoding.Latin1.GetBytes("""{"results":[{"recordId":"n1","status":"failed","error":"ungültig"},{"recordId":"n2","status":"applied"}]}"""));
        await using RestTarget target = new("crm", server.Url, new RestTargetOptions { Secret = "secret" });
        IReadOnlyList<ItemOutcome> outcomes = await target.SendAsync(new SendBatch([Items.Note("n1", 1), Items.Note("n2", 2)], null), CancellationToken.None);
        Assert.Equal([ItemStatus.Permanent, ItemStatus.Applied], outcomes.Select(static outcome => outcome.Status));
    }

    [Fact]
    public async Task A_byte_order_mark_before_an_answer_is_no_part_of_it()
    {
        await using FixedServer server = await AnswerAsync(200, [.. Encoding.UTF8.Preamble, .. """{"success":true}"""u8]);
        await using RestTarget target = new("crm", server.Url, new RestTargetOptions { Secret = "secret" });
        Assert.Equal([new ItemOutcome(ItemStatus.Applied)], await target.SendAsync(new SendBatch([Items.Note("n1", 1)], null), CancellationToken.None));
    }

    private static Task<FixedServer> AnswerAsync(int status, byte[] body) => FixedServer.StartAsync(context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = "7";
        context.Response.ContentType = "application/json";
        return context.Response.Body.WriteAsync(body).AsTask();
    });
}
