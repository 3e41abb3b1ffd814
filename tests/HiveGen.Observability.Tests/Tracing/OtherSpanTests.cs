using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace HiveGen.Tests.Tracing;

public sealed class OtherSpanTests
{
    [Fact]
    public async Task A_job_is_linked_to_the_trace_that_stored_it_and_each_try_is_a_span()
    {
        using Spans spans = new();
        int tries = 0;
        TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using ObservedApp app = await ObservedApp.StartAsync(
            hive: hive => hive.AddJob("mail", (_, _, _) =>
            {
                if (++tries == 1)
                {
                    throw new InvalidOperationException("down");
                }

                done.SetResult();
                return Task.CompletedTask;
            }),
            settings: ("Hive:Dispatch:FirstRetry", "00:00:00.001"));
        ActivityTraceId trace;
        using (Activity caller = new Activity("caller").SetIdFormat(ActivityIdFormat.W3C).Start())
        {
            caller.ActivityTraceFlags = ActivityTraceFlags.Recorded;
            trace = caller.TraceId;
            await app.Hive.BatchAsync(static batch => batch.Enqueue("mail", "x"));
        }

        await done.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await app.StopAsync();
        List<Activity> jobs = [.. spans.LinkedTo(trace).Where(static span => span.OperationName == "hive.job")];
        Assert.Equal([1, 2], jobs.Select(static job => (int)job.GetTagItem("hive.job.attempt")!));
        Assert.Equal([ActivityStatusCode.Error, ActivityStatusCode.Unset], jobs.Select(static job => job.Status));
        Assert.All(jobs, static job => Assert.Equal("mail", job.GetTagItem("hive.job")));
        Assert.All(jobs, job => Assert.NotEqual(trace, job.TraceId));
    }

    [Theory]
    [InlineData(ObservedApp.Secret, "success", 200, ActivityStatusCode.Unset)]
    [InlineData("wrong", "unauthorized", 401, ActivityStatusCode.Unset)]
    [InlineData(ObservedApp.Secret, "failed", 500, ActivityStatusCode.Error)]
    public async Task A_request_to_the_router_is_a_span_that_says_what_came_of_it(string secret, string result, int status, ActivityStatusCode code)
    {
        using Spans spans = new();
        ActivityTraceId trace = ActivityTraceId.CreateRandom();
        await using ObservedApp app = await ObservedApp.StartAsync(settings: ("SYNC_SECRET", ObservedApp.Secret));
        await app.Hive.Sync.WhenIdleAsync();
        if (result == "failed")
        {
            app.Target.Before = static batch => batch.Items.Count > 0 ? throw new InvalidOperationException("a fault") : Task.CompletedTask;
        }

        using HttpRequestMessage request = new(HttpMethod.Post, "/sync")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"model":"users","operation":"create","recordId":"r1","data":{"email":"a@example.com","emailVerified":true}}""")),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Sync-Secret", secret);
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        using HttpResponseMessage answer = await app.Client.SendAsync(request);
        Assert.Equal(status, (int)answer.StatusCode);
        Activity span = await spans.EndOfAsync(trace, static one => one.OperationName == "hive.router");
        Assert.Equal(result, span.GetTagItem("hive.result"));
        Assert.Equal(status, span.GetTagItem("http.response.status_code"));
        Assert.Equal(code, span.Status);
    }
}
