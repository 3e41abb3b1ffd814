using System.Diagnostics;
using Microsoft.AspNetCore.Builder;

namespace HiveGen.Tests.Tracing;

public sealed class OneTraceTests
{
    [Fact]
    public async Task A_request_is_followed_through_its_commit_to_the_send()
    {
        using Spans spans = new();
        ActivityTraceId trace = ActivityTraceId.CreateRandom();
        await using ObservedApp app = await StartAsync();
        await PostAsync(app, trace, "ann@example.com");
        await app.Hive.Sync.WhenIdleAsync();

        Activity request = await spans.EndOfAsync(trace, static span => span.Source.Name == "Microsoft.AspNetCore");
        Activity commit = Assert.Single(spans.Of(trace), static span => span.OperationName == "hive.commit");
        Assert.Equal(request.SpanId, commit.ParentSpanId);
        Assert.Equal("sqlite", commit.GetTagItem("db.system.name"));
        Assert.Equal("add", commit.GetTagItem("db.operation.name"));
        Assert.Equal("Account", commit.GetTagItem("db.collection.name"));

        Activity send = Assert.Single(spans.LinkedTo(trace));
        Assert.Equal("hive.send", send.OperationName);
        Assert.Equal(ActivityKind.Client, send.Kind);
        Assert.Equal("moody", send.GetTagItem("hive.target"));
        Assert.Equal(1, send.GetTagItem("db.operation.batch.size"));
        Assert.Equal(commit.SpanId, Assert.Single(send.Links).Context.SpanId);
        Assert.Equal(default, send.ParentSpanId);
    }

    [Fact]
    public async Task A_batch_is_linked_to_every_commit_it_carries_and_to_no_other()
    {
        using Spans spans = new();
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously), entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ActivityTraceId first = ActivityTraceId.CreateRandom(), second = ActivityTraceId.CreateRandom(), third = ActivityTraceId.CreateRandom();
        await using ObservedApp app = await StartAsync();
        await app.Hive.Sync.WhenIdleAsync();
        app.Target.Before = _ =>
        {
            entered.TrySetResult();
            return gate.Task;
        };
        await PostAsync(app, first, "a@example.com");
        await entered.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await PostAsync(app, second, "b@example.com");
        await PostAsync(app, third, "c@example.com");
        gate.SetResult();
        await app.Hive.Sync.WhenIdleAsync();

        Assert.Single(Assert.Single(spans.LinkedTo(first)).Links);
        Assert.Equivalent(new[] { second, third }.Select(static trace => trace.ToString()), Assert.Single(spans.LinkedTo(second)).Links.Select(static link => link.Context.TraceId.ToString()), strict: true);
    }

    [Fact]
    public async Task A_write_that_was_undone_leaves_its_trace_to_no_later_change()
    {
        using Spans spans = new();
        await using ObservedApp app = await StartAsync();
        ActivityTraceId good = ActivityTraceId.CreateRandom(), refused = ActivityTraceId.CreateRandom(), later = ActivityTraceId.CreateRandom();
        await PostAsync(app, good, "a@example.com");
        using HttpResponseMessage conflict = await SendAsync(app, refused, "a@example.com");
        Assert.Equal(500, (int)conflict.StatusCode);
        await PostAsync(app, later, "b@example.com");
        await app.Hive.Sync.WhenIdleAsync();

        Activity failed = Assert.Single(spans.Of(refused), static span => span.OperationName == "hive.commit");
        Assert.Equal(ActivityStatusCode.Error, failed.Status);
        Assert.Equal("HiveGen.HiveConstraintException", failed.GetTagItem("error.type"));
        Assert.Empty(spans.LinkedTo(refused));
        Assert.NotEmpty(spans.LinkedTo(later));
    }

    [Fact]
    public async Task A_send_that_fails_says_so_and_the_next_one_is_linked_again()
    {
        using Spans spans = new();
        int sends = 0;
        ActivityTraceId trace = ActivityTraceId.CreateRandom();
        await using ObservedApp app = await StartAsync(("Hive:Dispatch:FirstRetry", "00:00:00.001"));
        await app.Hive.Sync.WhenIdleAsync();
        app.Target.Before = batch => batch.Items.Count > 0 && sends++ == 0 ? throw new Targets.TargetException(Targets.TargetFailure.Throttled, "slow down") : Task.CompletedTask;
        await PostAsync(app, trace, "a@example.com");
        await app.Hive.Sync.WhenIdleAsync();
        List<Activity> linked = [.. spans.LinkedTo(trace)];
        Assert.Equal([ActivityStatusCode.Error, ActivityStatusCode.Unset], linked.Select(static span => span.Status));
        Assert.Equal("Throttled", linked[0].GetTagItem("error.type"));
    }

    [Fact]
    public async Task Without_a_listener_there_is_no_span_and_nothing_is_remembered()
    {
        await using ObservedApp app = await StartAsync();
        await app.Hive.Accounts.AddAsync(new Account { Email = "a@example.com" });
        await app.Hive.Sync.WhenIdleAsync();
        Assert.Null(app.Hive.Engine.Telemetry.Traces.Links([1]));
    }

    private static Task<ObservedApp> StartAsync(params (string Key, string Value)[] settings)
        => ObservedApp.StartAsync(
            map: static app => app.MapPost("/accounts/{email}", static async context =>
                await ((Hive)context.RequestServices.GetService(typeof(Hive))!).Accounts.AddAsync(new Account { Email = (string)context.Request.RouteValues["email"]! })),
            settings: settings);

    private static async Task PostAsync(ObservedApp app, ActivityTraceId trace, string email)
    {
        using HttpResponseMessage answer = await SendAsync(app, trace, email);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<HttpResponseMessage> SendAsync(ObservedApp app, ActivityTraceId trace, string email)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/accounts/" + email);
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        return await app.Client.SendAsync(request);
    }
}
