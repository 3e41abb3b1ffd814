using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>
/// Sends the items of a window: phase by phase, the lanes of a phase at the same time, and the cursor with the very last batch,
/// so that it moves only when every lane is done.
/// </summary>
internal sealed class TargetSender
{
    private readonly TargetContext context;
    private readonly ItemBuffer items;
    private readonly RoundNotes notes;
    private readonly LaneSender[] lanes;
    private volatile bool failed;

    public TargetSender(TargetContext context, ItemBuffer items, RoundNotes notes)
    {
        this.context = context;
        this.items = items;
        this.notes = notes;
        lanes = new LaneSender[context.Lanes];
        for (int lane = 0; lane < lanes.Length; lane++)
        {
            lanes[lane] = new LaneSender(context, items);
        }
    }

    /// <summary>Whether arrivals must be looked up among the parked records.</summary>
    public bool AnyParked
    {
        set
        {
            foreach (LaneSender lane in lanes)
            {
                lane.AnyParked = value;
            }
        }
    }

    /// <summary>Sends everything. Whatever comes of it, the notes hold what became of the items that were answered.</summary>
    /// <param name="from">The cursor; null only when there are no items.</param>
    /// <param name="to">What it becomes.</param>
    /// <param name="stop">Whether no further batch may be begun.</param>
    /// <param name="cancellationToken">Ends the loop.</param>
    /// <returns>Whether everything was sent, and the cursor moved.</returns>
    /// <exception cref="TargetException">The target failed. What was sent before is harmless to send again.</exception>
    public async ValueTask<bool> SendAsync(TargetCursor? from, TargetCursor to, Func<bool> stop, CancellationToken cancellationToken)
    {
        string hive = context.Engine.HiveId;
        failed = false;
        foreach (LaneSender lane in lanes)
        {
            lane.Changes = from is null || to.Seq > from.Seq;
        }

        try
        {
            if (items.Total == 0)
            {
                await lanes[0].SendAsync(default, new CursorMove(hive, from, to), LaneEnd.Move, static () => false, cancellationToken).ConfigureAwait(false);
                return true;
            }

            if (items.Phases is [[LaneRange only]])
            {
                int sent = await lanes[0].SendAsync(only, new CursorMove(hive, from, to), LaneEnd.Move, stop, cancellationToken).ConfigureAwait(false);
                return sent == only.End;
            }

            return await SendPhasesAsync(from!, to, stop, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            foreach (LaneSender lane in lanes)
            {
                notes.Take(lane.Notes);
            }
        }
    }

    private async ValueTask<bool> SendPhasesAsync(TargetCursor from, TargetCursor to, Func<bool> stop, CancellationToken cancellationToken)
    {
        // Lanes compare the cursor and leave it alone; what their rows may show is said before.
        CursorMove move = new(context.Engine.HiveId, LaneSender.Begun(from, to), to);
        if (move.From != from)
        {
            await lanes[0].SendAsync(default, new CursorMove(move.Hive, from, move.From!), LaneEnd.Move, static () => false, cancellationToken).ConfigureAwait(false);
        }

        Func<bool> halt = () => failed || stop();
        int held = 0;
        for (int phase = 0; phase < items.Phases.Count; phase++)
        {
            bool last = phase == items.Phases.Count - 1;
            held = await SendPhaseAsync(items.Phases[phase], last, move, halt, cancellationToken).ConfigureAwait(false);
            if (halt())
            {
                return false;
            }
        }

        await lanes[0].SendAsync(new LaneRange(held, items.Total), move, LaneEnd.Move, static () => false, cancellationToken).ConfigureAwait(false);
        return true;
    }

    // Returns the first item that the last lane has not sent.
    private async ValueTask<int> SendPhaseAsync(IReadOnlyList<LaneRange> ranges, bool hold, CursorMove move, Func<bool> halt, CancellationToken cancellationToken)
    {
        Task<int>[] sending = new Task<int>[ranges.Count];
        for (int lane = 0; lane < sending.Length; lane++)
        {
            LaneEnd end = hold && lane == sending.Length - 1 ? LaneEnd.Hold : LaneEnd.Stay;
            sending[lane] = RunAsync(lanes[lane], ranges[lane], move, end, halt, cancellationToken);
        }

        // All of them end before anything is said of one: what the others learnt is not lost.
        Task all = Task.WhenAll(sending);
        context.Engine.Work.Await(all);
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        int rest = 0;
        foreach (Task<int> lane in sending)
        {
            rest = await lane.ConfigureAwait(false);
        }

        return rest;
    }

    // On threads of their own: a target that works synchronously would otherwise have one lane, whatever is configured.
    private Task<int> RunAsync(LaneSender lane, LaneRange range, CursorMove move, LaneEnd end, Func<bool> halt, CancellationToken cancellationToken)
    {
        context.Engine.Work.Enter();
        return Task.Run(
            async () =>
            {
                try
                {
                    return await lane.SendAsync(range, move, end, halt, cancellationToken).ConfigureAwait(false);
                }
                catch
                {
                    failed = true;
                    throw;
                }
                finally
                {
                    context.Engine.Work.Leave();
                }
            },
            CancellationToken.None);
    }
}
