using System.Diagnostics;
using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Telemetry;

/// <summary>
/// The activity source <c>HiveGen</c>, which OpenTelemetry finds by its name, and its spans. Their tags follow OpenTelemetry's
/// conventions where there are some; no tag holds data of a record.
/// </summary>
internal static class HiveActivities
{
    /// <summary>The source.</summary>
    public static ActivitySource Source { get; } = new(HiveTelemetry.Name);

    /// <summary>The W3C trace context of the caller, to be stored; null when there is none, or nobody listens.</summary>
    public static string? Context => Source.HasListeners() && Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    /// <summary>A write of the app, from the call to the durable commit.</summary>
    public static Activity? Commit(ITracedCommand command)
    {
        Activity? activity = Source.StartActivity("hive.commit", ActivityKind.Client);
        activity?.SetTag("db.system.name", "sqlite");
        activity?.SetTag("db.operation.name", command.Operation);
        if (command.Model is { } model)
        {
            activity?.SetTag("db.collection.name", model);
        }

        return activity;
    }

    /// <summary>A batch to a target, linked to the commits it carries.</summary>
    public static Activity? Send(HiveTarget target, SendBatch batch, CommitTraces traces)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        List<ActivityLink>? links = traces.Links(batch.Items.Select(static item => SyncVersion.SeqOf(item.Version)));
        Activity? activity = Source.StartActivity(ActivityKind.Client, links: links, name: "hive.send");
        activity?.SetTag("hive.target", target.Name);
        activity?.SetTag("db.operation.batch.size", batch.Items.Count);
        return activity;
    }

    /// <summary>A Following hook.</summary>
    public static Activity? Hook(HookRef hook)
    {
        Activity? activity = Source.StartActivity("hive.hook");
        activity?.SetTag("hive.hook", hook.ToString());
        return activity;
    }

    /// <summary>A try of a job, linked to the trace that stored it, which may be of another process.</summary>
    public static Activity? Job(string name, int attempt, string? trace)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        ActivityLink[]? links = ActivityContext.TryParse(trace, null, isRemote: true, out ActivityContext context) ? [new ActivityLink(context)] : null;
        Activity? activity = Source.StartActivity(ActivityKind.Consumer, links: links, name: "hive.job");
        activity?.SetTag("hive.job", name);
        activity?.SetTag("hive.job.attempt", attempt);
        return activity;
    }

    /// <summary>Notes a failure. Its words are in the log: they may hold what an app put into an exception.</summary>
    public static void Fail(this Activity? activity, Exception failure)
    {
        activity?.SetTag("error.type", failure is TargetException target ? target.Failure.ToString() : failure.GetType().FullName);
        activity?.SetStatus(ActivityStatusCode.Error);
    }
}
