using HiveGen.Backup;
using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>Prepares a target, reads its cursor, and decides how to go on.</summary>
internal sealed class TargetConnector(TargetContext context)
{
    /// <summary>Connects.</summary>
    /// <param name="cancellationToken">Ends the loop.</param>
    /// <returns>The work to do, or why there is none for now.</returns>
    public async ValueTask<ConnectResult> ConnectAsync(CancellationToken cancellationToken)
    {
        if (ReadHive().Memory?.Paused is { } paused)
        {
            return new ConnectResult(null, paused);
        }

        // A target that failed may have lost its tables.
        bool again = context.Breaker.Try();
        TargetCursor? own = await ReadCursorAsync(again, cancellationToken).ConfigureAwait(false);
        HiveView view = ReadHive();
        if (!context.Target.RemembersCursor && view.Memory is { } memory && view.RestoredEpoch == memory.Epoch)
        {
            return new ConnectResult(null, $"this Hive was restored from a backup, and the target keeps no cursor that would show whether it is ahead of it. Nothing is sent until AdoptAsync(\"{context.Name}\") is called.");
        }

        TargetCursor? cursor = context.Target.RemembersCursor ? own : CursorOf(view);
        CursorCheck check = CursorCheck.Of(cursor, view.Memory, view.Sessions, view.TrimmedTo);
        if (check.Verdict == CursorVerdict.Foreign)
        {
            return new ConnectResult(null, $"{check.Reason}. Nothing is sent until AdoptAsync(\"{context.Name}\") is called.");
        }

        bool fresh = check.Verdict == CursorVerdict.Fresh;
        if (fresh)
        {
            SyncLog.Fresh(context.Logger, context.Name, check.Reason!);
        }

        TargetPlan plan = TargetPlan.Of(context.Registry, view.Loads, fresh, own);
        if (plan.Any || fresh || view.Memory is null)
        {
            int epoch = view.Memory?.Epoch ?? cursor?.Epoch ?? view.Epoch;
            PlanCommand command = new(context.Name, epoch, fresh, cursor?.Seq ?? 0, plan);
            await context.Engine.Writer.RunAsync<PlanCommand, bool>(command, cancellationToken).ConfigureAwait(false);
            view = ReadHive();
        }

        TargetRun run = new(context, view.Sessions.Current, view.Memory!, cursor, LoadsOf(view), view.Parked);
        SyncLog.Connected(context.Logger, context.Name, run.Position, LoadsOf(view).Count);
        return new ConnectResult(run, null);
    }

    /// <summary>Prepares the target and reads its cursor; null when it keeps none.</summary>
    public async ValueTask<TargetCursor?> ReadCursorAsync(bool again, CancellationToken cancellationToken)
    {
        (HiveTargets Targets, bool Again) prepare = (context.Targets, again);
        await Deadline.RunAsync(
            context,
            prepare,
            static async (target, how, token) =>
            {
                await how.Targets.PrepareAsync(target, how.Again, token).ConfigureAwait(false);
                return true;
            },
            context.Options.SendTimeout,
            cancellationToken).ConfigureAwait(false);
        if (!context.Target.RemembersCursor)
        {
            return null;
        }

        return await Deadline.RunAsync(context, context.Engine.HiveId, static (target, hive, token) => target.ReadCursorAsync(hive, token), context.Options.SendTimeout, cancellationToken).ConfigureAwait(false);
    }

    // What the Hive remembers is never above what was sent, and it lies in one file with the loads and the parked records.
    private static TargetCursor? CursorOf(HiveView view)
        => view.Memory is { } memory ? new TargetCursor(view.Sessions.Current, memory.Seq, memory.Epoch) : null;

    private HiveView ReadHive()
    {
        using ReaderLease lease = context.Engine.Readers.Rent();
        lease.BeginSnapshot();
        HiveConnection connection = lease.Connection;
        return new HiveView(
            TargetMemory.Read(connection, context.Name),
            LoadMemory.Read(connection, context.Name),
            ParkedSummary.Read(connection, context.Registry, context.Name),
            SessionLog.Read(connection, ChangeLog.MaxSeq(connection)),
            ChangeLog.TrimmedTo(connection),
            ChangeLog.Epoch(connection),
            RestoreMark.Read(connection, context.Name));
    }

    private List<ModelLoad> LoadsOf(HiveView view)
    {
        List<ModelLoad> pending = [];
        for (int model = 0; model < context.Registry.Models.Count; model++)
        {
            if (view.Loads.TryGetValue(context.Registry.Models[model].Name, out LoadMemory? load) && !load.Done)
            {
                pending.Add(new ModelLoad(model, load.AsOf, load.LastId));
            }
        }

        return pending;
    }
}
