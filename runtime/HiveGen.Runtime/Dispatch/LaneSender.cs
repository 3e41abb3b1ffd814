using System.Diagnostics;
using HiveGen.Targets;
using HiveGen.Telemetry;

namespace HiveGen.Dispatch;

/// <summary>One lane: sends its items batch by batch, finds the bad one of a refused batch, and notes what became of each.</summary>
internal sealed class LaneSender(TargetContext context, ItemBuffer items)
{
    // So many rows go with the other lanes, and the cursor moves alone behind them; fewer are not worth that.
    private const int WorthACommit = 250;

    private readonly BatchView view = new(items);

    /// <summary>What the lane has learnt.</summary>
    public RoundNotes Notes { get; } = new();

    /// <summary>Whether what is sent are changes, and no full load.</summary>
    public bool Changes { get; set; }

    /// <summary>Whether arrivals must be looked up among the parked records.</summary>
    public bool AnyParked { get; set; }

    /// <summary>Sends a range. Every batch shows the cursor it expects, so that a second live copy of the Hive is found at once.</summary>
    /// <param name="range">The items; none when only the cursor moves.</param>
    /// <param name="move">The cursor, and what it becomes.</param>
    /// <param name="end">What the last batch does.</param>
    /// <param name="halt">Whether no further batch may be begun.</param>
    /// <param name="cancellationToken">Ends the loop.</param>
    /// <returns>The first item that was not sent.</returns>
    public async Task<int> SendAsync(LaneRange range, CursorMove move, LaneEnd end, Func<bool> halt, CancellationToken cancellationToken)
    {
        int start = range.Start;
        TargetCursor? at = move.From;
        do
        {
            int count = items.Fit(start, range.End, context.Size.Rows, context.Size.Bytes, out _);
            bool last = start + count == range.End;
            if (halt() || (last && end == LaneEnd.Hold && count < WorthACommit))
            {
                break;
            }

            CursorMove step = new(move.Hive, at, last && end == LaneEnd.Move ? move.To : Begun(at, move.To));
            await SendBatchAsync(start, count, step, suspect: false, cancellationToken).ConfigureAwait(false);
            at = step.To;
            start += count;
        }
        while (start < range.End);
        return start;
    }

    /// <summary>The cursor before a batch that does not move it: its rows may show what is behind it.</summary>
    public static TargetCursor Begun(TargetCursor? left, TargetCursor to) => left is null ? to : left with { High = to.High };

    /// <summary>Sends a batch.</summary>
    /// <param name="start">Its first item.</param>
    /// <param name="count">How many; none when only the cursor moves.</param>
    /// <param name="move">What happens to the cursor.</param>
    /// <param name="suspect">Whether a bad item is known to be in it, so that it need not be sent whole.</param>
    /// <param name="cancellationToken">Ends the loop.</param>
    /// <returns>Whether the target took it whole.</returns>
    private async ValueTask<bool> SendBatchAsync(int start, int count, CursorMove move, bool suspect, CancellationToken cancellationToken)
    {
        if (suspect && count > 1)
        {
            await HalveAsync(start, count, move, cancellationToken).ConfigureAwait(false);
            return false;
        }

        items.Fit(start, start + count, count, int.MaxValue, out long bytes);
        try
        {
            IReadOnlyList<ItemOutcome> outcomes = await SendOnceAsync(new SendBatch(view.Show(start, count), move), cancellationToken).ConfigureAwait(false);
            context.Size.Arrive(count, bytes);
            for (int index = 0; index < count; index++)
            {
                Note(items.At(start + index), outcomes[index]);
            }

            return true;
        }
        catch (TargetException refused) when (refused.Failure is TargetFailure.Batch or TargetFailure.TooLarge && count > 1)
        {
            context.Size.Shrink(count, bytes);
            if (refused.Failure == TargetFailure.Batch)
            {
                await HalveAsync(start, count, move, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await SendAsync(new LaneRange(start, start + count), move, LaneEnd.Move, static () => false, cancellationToken).ConfigureAwait(false);
            }

            return false;
        }
        catch (TargetException refused) when (refused.Failure is TargetFailure.Batch or TargetFailure.TooLarge && count == 1)
        {
            Note(items.At(start), new ItemOutcome(ItemStatus.Permanent, refused.Message));
            if (move.From != move.To)
            {
                await SendBatchAsync(start, 0, move, suspect: false, cancellationToken).ConfigureAwait(false);
            }

            return false;
        }
        catch (TargetException late) when (late.Failure == TargetFailure.Timeout && count > 1)
        {
            context.Size.Shrink(count, bytes);
            throw;
        }
        catch (TargetException unknown) when (unknown.Failure == TargetFailure.Unknown && count == 1)
        {
            // Out of the way of the others, whoever is to blame.
            Outgoing alone = items.At(start);
            Notes.Park.Add(context.Breaker.MayBlame() ? Refusal.Later(context, alone, unknown.Message) : Refusal.Uncounted(context, alone, unknown.Message));
            throw;
        }
    }

    private async ValueTask HalveAsync(int start, int count, CursorMove move, CancellationToken cancellationToken)
    {
        int half = count / 2;
        CursorMove first = move with { To = Begun(move.From, move.To) };
        bool clean = await SendBatchAsync(start, half, first, suspect: false, cancellationToken).ConfigureAwait(false);
        await SendBatchAsync(start + half, count - half, move with { From = first.To }, suspect: clean, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<IReadOnlyList<ItemOutcome>> SendOnceAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        using Activity? activity = HiveActivities.Send(context.Target, batch, context.Engine.Telemetry.Traces);
        long started = context.Clock.GetTimestamp();
        try
        {
            IReadOnlyList<ItemOutcome> outcomes = await Deadline.RunAsync(context, batch, static (target, sent, token) => target.SendAsync(sent, token), context.Options.SendTimeout, cancellationToken).ConfigureAwait(false);
            return outcomes.Count == batch.Items.Count
                ? outcomes
                : throw new TargetException(TargetFailure.Unknown, $"The adapter of '{context.Name}' gave {outcomes.Count} outcomes for {batch.Items.Count} items.");
        }
        catch (Exception failure)
        {
            activity.Fail(failure);
            throw;
        }
        finally
        {
            context.Metrics.Batch(context.Name, batch.Items.Count, context.Clock.GetElapsedTime(started));
        }
    }

    private void Note(in Outgoing sent, in ItemOutcome outcome)
    {
        context.Metrics.Outcome(context.Name, sent.Item.Model.Name, outcome.Status, sent.Attempts > 0);
        switch (outcome.Status)
        {
            case ItemStatus.Applied:
            case ItemStatus.Stale:
                context.Breaker.Accept();
                long seq = SyncVersion.SeqOf(sent.Item.Version);
                // The records of a full load were committed long ago, as of nobody's change.
                if (Changes || sent.Attempts > 0)
                {
                    context.Metrics.Confirmed(context.Name, seq);
                }

                if (AnyParked)
                {
                    Notes.Release.Add(new RecordSeq(sent.Item.Model.Name, sent.Item.Id, seq));
                }

                break;
            case ItemStatus.Retry:
                Notes.Park.Add(Refusal.Later(context, sent, outcome.Error));
                break;
            case ItemStatus.Dependency:
                Notes.Orphans.Add(new Orphan(sent, outcome.Error));
                break;
            case ItemStatus.Conflict:
            case ItemStatus.Permanent:
                Notes.Park.Add(Refusal.Dead(context, sent, outcome.Error));
                break;
            default:
                Notes.Park.Add(Refusal.Later(context, sent, $"The adapter of '{context.Name}' gave the outcome {outcome.Status}, which is none."));
                break;
        }
    }
}
