using HiveGen.Storage;

namespace HiveGen.Dispatch;

/// <summary>What the Hive remembers of a target while its loop works: how far it has come, and the parked records.</summary>
internal sealed class RoundStore(TargetContext context, TargetMemory memory, ParkedSummary parked)
{
    // Rounds that taught nothing are not worth a write each.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private long rememberedAt = context.Clock.GetTimestamp();

    /// <summary>The change up to which the Hive remembers.</summary>
    public long Remembered { get; private set; } = memory.Seq;

    /// <summary>The parked records now.</summary>
    public ParkedSummary Parked { get; private set; } = parked;

    /// <summary>Whether the last write is long enough ago for another.</summary>
    public bool IsTime => context.Clock.GetElapsedTime(rememberedAt) >= Interval;

    /// <summary>Whether the target has come further than is remembered.</summary>
    public bool IsBehind(long seq) => seq > Remembered;

    /// <summary>Writes what a round has learnt, and clears the notes.</summary>
    public async ValueTask CommitAsync(long seq, RoundNotes notes, CancellationToken cancellationToken)
    {
        bool touchesParked = notes.TouchesParked;
        RoundCommand command = new(context.Name, memory.Epoch, seq, notes, Parked.Orphans > 0);
        // False: the target was adopted anew meanwhile, and the loop is about to connect again.
        if (await context.Engine.Writer.RunAsync<RoundCommand, bool>(command, cancellationToken).ConfigureAwait(false))
        {
            Remembered = seq;
            rememberedAt = context.Clock.GetTimestamp();
            RoundLog.Tell(context, notes);
        }

        notes.Clear();
        if (touchesParked)
        {
            using ReaderLease lease = context.Engine.Readers.Rent();
            Parked = ParkedSummary.Read(lease.Connection, context.Registry, context.Name);
        }
    }

    /// <summary>How long a loop with nothing to send may wait.</summary>
    public TimeSpan NextWait(long seq)
    {
        TimeSpan wait = context.Options.SafetyInterval;
        wait = IsBehind(seq) && wait > Interval ? Interval : wait;
        if (Parked.NextAt != long.MaxValue)
        {
            TimeSpan due = UnixMicros.ReadTimeSpan(Math.Clamp(Parked.NextAt - context.NowMicros, 1000, UnixMicros.Write(wait)));
            wait = due < wait ? due : wait;
        }

        return wait;
    }
}
