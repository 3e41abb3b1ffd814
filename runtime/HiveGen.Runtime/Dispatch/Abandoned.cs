namespace HiveGen.Dispatch;

/// <summary>Work that nobody waits for any more.</summary>
internal static class Abandoned
{
    /// <summary>Lets it go on alone; if it fails, its failure is not unobserved.</summary>
    public static void Abandon(this Task task)
        => _ = task.ContinueWith(static abandoned => _ = abandoned.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
