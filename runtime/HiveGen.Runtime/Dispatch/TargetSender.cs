using System.Diagnostics;
using HiveGen.Targets;
using HiveGen.Telemetry;

namespace HiveGen.Dispatch;

/// <summary>Sends the items of a window in batches, finds the bad one of a refused batch, and notes what became of each.</summary>
internal sealed class TargetSender(TargetContext context, ItemBuffer items, RoundNotes notes)
{
    private bool changes;

    /// <summary>Whether arrivals must be looked up among the parked records.</summary>
    public bool AnyParked { get; set; }

    /// <summary>Sends everything; the last batch moves the cursor.</summary>
    /// <exception cref="TargetException">The target failed. What was sent before is harmless to send again.</exception>
    public async ValueTask SendAsync(TargetCursor? from, TargetCursor to, CancellationToken cancellationToken)
    {
        string hive = context.Engine.HiveId;
        changes = from is null || to.Seq > from.Seq;
        if (items.Total == 0)
        {
            await SendRangeAsync(0, 0, new CursorMove(hive, from, to), cancellationToken).ConfigureAwait(false);
            return;
        }

        int start = 0;
        while (start < items.Total)
        {
            int count = items.Fit(start, context.Target.MaxBatch, context.Target.MaxBatchBytes);
            bool last = start + count == items.Total;
            // Every batch shows the cursor it expects, so that a second live copy of the Hive is found at once.
            CursorMove move = new(hive, from, last ? to : Begun(from, to));
            await SendRangeAsync(start, count, move, cancellationToken).ConfigureAwait(false);
            from = move.To;
            start += count;
        }
    }

    // Rows of a batch that does not move the cursor yet may show what is behind it.
    private static TargetCursor Begun(TargetCursor? left, TargetCursor to) => left is null ? to : left with { High = to.High };

    private async ValueTask SendRangeAsync(int start, int count, CursorMove move, CancellationToken cancellationToken)
    {
        try
        {
            IReadOnlyList<ItemOutcome> outcomes = await SendOnceAsync(new SendBatch(items.View(start, count), move), cancellationToken).ConfigureAwait(false);
            if (outcomes.Count != count)
            {
                throw new HiveException($"The adapter of '{context.Name}' gave {outcomes.Count} outcomes for {count} items.");
            }

            for (int index = 0; index < count; index++)
            {
                Note(items.At(start + index), outcomes[index]);
            }
        }
        catch (TargetException refused) when (refused.Failure is TargetFailure.Batch or TargetFailure.TooLarge && count > 0)
        {
            await BisectAsync(start, count, move, refused, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask BisectAsync(int start, int count, CursorMove move, TargetException refused, CancellationToken cancellationToken)
    {
        if (count == 1)
        {
            Note(items.At(start), new ItemOutcome(ItemStatus.Permanent, refused.Message));
            if (move.From != move.To)
            {
                await SendRangeAsync(start, 0, move, cancellationToken).ConfigureAwait(false);
            }

            return;
        }

        int half = count / 2;
        CursorMove first = move with { To = Begun(move.From, move.To) };
        await SendRangeAsync(start, half, first, cancellationToken).ConfigureAwait(false);
        await SendRangeAsync(start + half, count - half, move with { From = first.To }, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<IReadOnlyList<ItemOutcome>> SendOnceAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        using Activity? activity = HiveActivities.Send(context.Target, batch, context.Engine.Telemetry.Traces);
        long started = context.Clock.GetTimestamp();
        try
        {
            return await Deadline.RunAsync(context, batch, static (target, sent, token) => target.SendAsync(sent, token), context.Options.SendTimeout, cancellationToken).ConfigureAwait(false);
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
        long seq = SyncVersion.SeqOf(sent.Item.Version);
        context.Metrics.Outcome(context.Name, sent.Item.Model.Name, outcome.Status, sent.Attempts > 0);
        switch (outcome.Status)
        {
            case ItemStatus.Applied:
            case ItemStatus.Stale:
                // The records of a full load were committed long ago, as of nobody's change.
                if (changes || sent.Attempts > 0)
                {
                    context.Metrics.Confirmed(context.Name, seq);
                }

                if (AnyParked)
                {
                    notes.Release.Add(new RecordSeq(sent.Item.Model.Name, sent.Item.Id, seq));
                }

                break;
            case ItemStatus.Retry:
            case ItemStatus.Dependency:
                int attempts = sent.Attempts + 1;
                context.Metrics.Parked(context.Name, sent.Item.Model.Name);
                SyncLog.Parked(context.Logger, sent.Item.Model.Name, sent.Item.RecordId, context.Name, attempts, outcome.Error ?? "no reason given");
                notes.Park.Add(new ParkedChange(sent.Item.Model.Name, sent.Item.Id, seq, attempts, context.DueAfter(attempts), outcome.Error ?? "no reason given", Dead: false));
                break;
            case ItemStatus.Conflict:
            case ItemStatus.Permanent:
                context.Metrics.Dead(context.Name, sent.Item.Model.Name);
                SyncLog.Dead(context.Logger, sent.Item.Model.Name, sent.Item.RecordId, context.Name, outcome.Error ?? "no reason given");
                notes.Park.Add(new ParkedChange(sent.Item.Model.Name, sent.Item.Id, seq, sent.Attempts + 1, context.NowMicros, outcome.Error ?? "no reason given", Dead: true));
                break;
            default:
                throw new HiveException($"The adapter of '{context.Name}' gave the outcome {outcome.Status}, which is none.");
        }
    }
}
