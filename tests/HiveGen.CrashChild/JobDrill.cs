namespace HiveGen.CrashChild;

/// <summary>Stores notes, each with a job in its transaction, and runs the jobs, until it is killed.</summary>
public static class JobDrill
{
    /// <summary>The job that tells of a note.</summary>
    public const string Job = "tell";

    /// <summary>Runs until the process is killed, or its input is closed.</summary>
    /// <param name="path">The Hive's file.</param>
    /// <param name="first">The number of the first note.</param>
    /// <param name="kill">At which run of a job it kills itself, when the job has done its work and is still stored; 0 for never.</param>
    /// <param name="journal">Tells what was done.</param>
    /// <param name="closed">Completes when the input is closed.</param>
    internal static async Task RunAsync(string path, int first, int kill, Journal journal, Task closed)
    {
        int runs = 0;
        HiveOptions options = new() { Path = path, LockTimeout = TimeSpan.Zero };
        options.Jobs[Job] = (_, payload, _) =>
        {
            if (Interlocked.Increment(ref runs) == kill)
            {
                journal.Kill(KillPoint.Anywhere, "ran " + payload);
            }

            journal.Write("ran " + payload);
            return Task.CompletedTask;
        };
        await using Hive hive = Hive.Open(options);
        hive.Sync.Start();
        for (int number = first; !closed.IsCompleted; number++)
        {
            string id = "n" + number;
            await hive.BatchAsync(batch =>
            {
                batch.Add(Note.Of(1, id, 1));
                batch.Enqueue(Job, id);
            });
            journal.Write("stored " + id);
        }
    }
}
