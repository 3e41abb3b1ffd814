using System.Net;
using HiveGen.Adapters.Http;
using HiveGen.Targets;
using HiveGen.TestModels;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Tests;

public sealed class ClassificationTests
{
    private static readonly SyncModel Users = CentralApp.Models.Single(static model => model.Name == "users");

    public static TheoryData<int, string, TargetFailure> Answers => new()
    {
        { 401, """{"error":"Unauthorized"}""", TargetFailure.Configuration },
        { 403, "", TargetFailure.Configuration },
        { 404, "", TargetFailure.Configuration },
        { 405, "", TargetFailure.Configuration },
        { 302, "", TargetFailure.Configuration },
        { 415, "", TargetFailure.Configuration },
        { 400, "", TargetFailure.Configuration },
        { 400, """{"error":"home is wrong","errors":{"home":["is wrong"]}}""", TargetFailure.Configuration },
        { 400, """{"error":"The body is not valid JSON."}""", TargetFailure.Batch },
        { 400, """{"error":"no","code":"unknown_model","errors":{"model":["no"]}}""", TargetFailure.Schema },
        { 408, "", TargetFailure.Transient },
        { 409, """{"error":"no","code":"cursor_conflict"}""", TargetFailure.CursorConflict },
        { 413, """{"error":"too long"}""", TargetFailure.TooLarge },
        { 429, "", TargetFailure.Throttled },
        { 503, "", TargetFailure.Throttled },
        { 500, """{"error":"later"}""", TargetFailure.Transient },
        { 502, "<html>", TargetFailure.Transient },
        { 504, "", TargetFailure.Transient },
        { 200, """{"success":true}""", TargetFailure.Transient },
        { 200, """{"results":[""", TargetFailure.Transient },
        { 200, """{"results":[]}""", TargetFailure.Transient },
        { 200, """{"results":[{"recordId":"other","status":"applied"}]}""", TargetFailure.Transient },
        { 200, """{"results":[{"recordId":"a","status":"better"}]}""", TargetFailure.Transient },
        { 200, """{"results":[{"recordId":"a","status":"invalid","error":"no","code":"unknown_field"}]}""", TargetFailure.Schema },
        { 200, """{"results":[{"recordId":"a","status":"invalid","error":"no","code":"missing_field"}]}""", TargetFailure.Schema },
    };

    public static TheoryData<string, ItemStatus> Results => new()
    {
        { "applied", ItemStatus.Applied },
        { "stale", ItemStatus.Stale },
        { "conflict", ItemStatus.Conflict },
        { "refused", ItemStatus.Permanent },
        { "invalid", ItemStatus.Permanent },
        { "retry", ItemStatus.Retry },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_stands_for_one_kind_of_failure(int status, string body, TargetFailure failure)
    {
        await using FixedServer server = await FixedServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = body.StartsWith('{') ? "application/problem+json" : "text/html";
            return context.Response.WriteAsync(body);
        });
        TargetException thrown = await Assert.ThrowsAsync<TargetException>(() => SendAsync(server));
        Assert.Equal(failure, thrown.Failure);
        Assert.Contains(server.Url, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(CentralApp.Secret, thrown.ToString(), StringComparison.Ordinal);
        if (status is 401 or 403)
        {
            Assert.Contains("Hive:Targets:central:Secret", thrown.Message, StringComparison.Ordinal);
        }

        if (status is 404 or 405 or 302)
        {
            Assert.Contains("Hive:Targets:central:Url", thrown.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Results))]
    public async Task A_result_stands_for_one_outcome_and_keeps_the_routers_words(string result, ItemStatus status)
    {
        await using FixedServer server = await FixedServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync($$$"""{"results":[{"recordId":"a","status":"{{{result}}}","error":"email must be an e-mail address.","errors":{"email":["must be"]}}]}""");
        });
        ItemOutcome outcome = Assert.Single(await SendAsync(server));
        Assert.Equal(status, outcome.Status);
        Assert.Equal(status is ItemStatus.Applied or ItemStatus.Stale ? null : "email must be an e-mail address.", outcome.Error);
    }

    [Theory]
    [InlineData("120", null, 120)]
    [InlineData("0", null, 0)]
    [InlineData("Sun, 22 Nov 2026 10:02:00 GMT", "Sun, 22 Nov 2026 10:00:00 GMT", 120)]
    [InlineData("Sun, 22 Nov 2026 09:00:00 GMT", "Sun, 22 Nov 2026 10:00:00 GMT", 0)]
    [InlineData("999999999", null, 3600)]
    [InlineData("soon", null, null)]
    public async Task Retry_after_is_read_in_seconds_and_as_a_date(string header, string? date, int? seconds)
    {
        await using FixedServer server = await FixedServer.StartAsync(context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = header;
            context.Response.Headers.Date = date;
            return Task.CompletedTask;
        });
        TargetException thrown = await Assert.ThrowsAsync<TargetException>(() => SendAsync(server));
        Assert.Equal(seconds, thrown.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public void A_date_is_compared_with_our_clock_where_the_server_tells_none()
    {
        FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));
        using HttpResponseMessage answer = new(HttpStatusCode.TooManyRequests);
        answer.Headers.TryAddWithoutValidation("Retry-After", "Sun, 22 Nov 2026 10:00:30 GMT");
        Assert.Equal(TimeSpan.FromSeconds(30), RetryAfter.Of(answer.Headers, clock.GetUtcNow()));
    }

    [Fact]
    public async Task Nobody_there_is_transient_and_too_late_is_a_timeout()
    {
        string nowhere;
        await using (FixedServer gone = await FixedServer.StartAsync(static _ => Task.CompletedTask))
        {
            nowhere = gone.Url;
        }

        await using RouterTarget target = new("central", nowhere, new RouterTargetOptions { Secret = CentralApp.Secret });
        Assert.Equal(TargetFailure.Transient, (await Assert.ThrowsAsync<TargetException>(async () => await target.ReadCursorAsync("hive", default))).Failure);

        FakeTimeProvider clock = new();
        TaskCompletionSource came = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using FixedServer silent = await FixedServer.StartAsync(async context =>
        {
            came.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using RouterTarget waiting = new("central", silent.Url, new RouterTargetOptions { Secret = CentralApp.Secret, Clock = clock });
        Task sending = waiting.ReadCursorAsync("hive", default).AsTask();
        await came.Task.WaitAsync(TimeSpan.FromSeconds(60));
        clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(TargetFailure.Timeout, (await Assert.ThrowsAsync<TargetException>(() => sending)).Failure);
    }

    [Fact]
    public async Task A_request_that_fails_is_not_repeated_by_the_client()
    {
        int requests = 0;
        await using FixedServer server = await FixedServer.StartAsync(context =>
        {
            Interlocked.Increment(ref requests);
            context.Abort();
            return Task.CompletedTask;
        });
        await Assert.ThrowsAsync<TargetException>(() => SendAsync(server));
        Assert.Equal(1, requests);
    }

    private static async Task<IReadOnlyList<ItemOutcome>> SendAsync(FixedServer server)
    {
        await using RouterTarget target = new("central", server.Url, new RouterTargetOptions { Secret = CentralApp.Secret });
        SyncItem item = new(Users, SqlValue.From("a"), "a", 1, "hive", new AccountSync { Id = "a", Email = "a@x.example" });
        return await target.SendAsync(new SendBatch([item], null), CancellationToken.None);
    }
}
