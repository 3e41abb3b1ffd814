using System.Collections.Concurrent;
using System.Diagnostics;

namespace HiveGen.Tests;

/// <summary>Hears the spans of HiveGen and ASP.NET Core. Other tests' are among them: ask by trace.</summary>
internal sealed class Spans : IDisposable
{
    private readonly ConcurrentQueue<Activity> ended = [];
    private readonly ActivityListener listener;
    private TaskCompletionSource another = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Spans()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is "HiveGen" or "Microsoft.AspNetCore",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Add,
        };
        ActivitySource.AddActivityListener(listener);
    }

    public IEnumerable<Activity> Of(ActivityTraceId trace) => ended.Where(span => span.TraceId == trace);

    /// <summary>The spans that are linked to this trace.</summary>
    public IEnumerable<Activity> LinkedTo(ActivityTraceId trace) => ended.Where(span => span.Links.Any(link => link.Context.TraceId == trace));

    /// <summary>The span of this trace that ends under this name, perhaps a little later than the answer came.</summary>
    public async Task<Activity> EndOfAsync(ActivityTraceId trace, Func<Activity, bool> which)
    {
        while (true)
        {
            Task next = Volatile.Read(ref another).Task;
            if (Of(trace).SingleOrDefault(which) is { } found)
            {
                return found;
            }

            await next.WaitAsync(TimeSpan.FromSeconds(60));
        }
    }

    private void Add(Activity span)
    {
        ended.Enqueue(span);
        Interlocked.Exchange(ref another, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    public void Dispose() => listener.Dispose();
}
