using System.Collections.Concurrent;
using HiveGen.Targets;

namespace HiveGen.Adapters.Postgres;

/// <summary>
/// Says which rows that are thought to be new are inserted without a guard, which saves PostgreSQL nearly half of the work. Where such an insert
/// met a stored row, all rows of the model are guarded for a while, each time for longer until an insert goes well: otherwise batches would be
/// sent twice all the time, and each time the server writes a line into its log. Thread-safe.
/// </summary>
internal sealed class PostgresInserts(TimeProvider clock)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<SyncModel, Pause> pauses = new();

    /// <summary>Whether these rows are inserted without a guard.</summary>
    public bool MayTry(PostgresRun run) => run.IsNew && (!pauses.TryGetValue(run.Rows.Model, out Pause pause) || IsOver(pause));

    /// <summary>Notes that inserts went well. One that began before a pause does not end it.</summary>
    public void Succeed(PostgresRun[] runs)
    {
        foreach (PostgresRun run in runs)
        {
            SyncModel model = run.Rows.Model;
            if (pauses.TryGetValue(model, out Pause pause) && IsOver(pause))
            {
                pauses.TryRemove(KeyValuePair.Create(model, pause));
            }
        }
    }

    /// <summary>Notes that one of the inserts met a row in this table; all of them, if it is none of theirs, as when a trigger writes elsewhere.</summary>
    public void Fail(PostgresRun[] runs, string? table)
    {
        bool isTold = Array.Exists(runs, run => run.Rows.Model.Name == table);
        foreach (PostgresRun run in runs)
        {
            if (!isTold || run.Rows.Model.Name == table)
            {
                pauses.AddOrUpdate(run.Rows.Model, _ => new Pause(clock.GetTimestamp(), FirstPause), (_, last) => Next(last));
            }
        }
    }

    // Lanes that meet rows at the same time count once.
    private Pause Next(in Pause last)
        => IsOver(last) ? new Pause(clock.GetTimestamp(), TimeSpan.FromTicks(Math.Min(last.Length.Ticks * 2, LongestPause.Ticks))) : last;

    private bool IsOver(in Pause pause) => clock.GetElapsedTime(pause.Began) >= pause.Length;

    private readonly record struct Pause(long Began, TimeSpan Length);
}
