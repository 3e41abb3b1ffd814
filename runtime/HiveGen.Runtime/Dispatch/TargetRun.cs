using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>
/// The work of a loop while its target answers: windows of changes, parked records that are due, chunks of full loads. One
/// thing at a time, so that no record is ever in flight twice. Any failure ends it, and the loop connects anew.
/// </summary>
internal sealed class TargetRun
{
    private readonly TargetContext context;
    private readonly ItemBuffer items;
    private readonly RoundNotes notes = new();
    private readonly ItemReader reader;
    private readonly WindowAhead ahead;
    private readonly TargetSender sender;
    private readonly DependencyRule dependency;
    private readonly PendingLoads loads;
    private readonly RoundStore store;
    private readonly string session;
    private readonly int epoch;
    private TargetCursor? cursor;
    private long position;
    private long maxSeq;
    private int window;

    public TargetRun(TargetContext context, string session, TargetMemory memory, TargetCursor? cursor, List<ModelLoad> loads, ParkedSummary parked)
    {
        this.context = context;
        this.session = session;
        this.cursor = cursor;
        this.loads = new PendingLoads(context.Registry, loads);
        epoch = memory.Epoch;
        position = memory.Seq;
        items = new ItemBuffer(context.Registry, context.Lanes);
        reader = new ItemReader(context, epoch);
        ahead = new WindowAhead(context, reader);
        sender = new TargetSender(context, items, notes) { AnyParked = parked.Any };
        dependency = new DependencyRule(context);
        store = new RoundStore(context, memory, parked);
    }

    /// <summary>The change up to which everything was sent.</summary>
    public long Position => position;

    // Parked records and full loads decide, or send, what a window that is already read does not know of.
    private bool IsUndisturbed => !store.Parked.Any && loads.Count == 0;

    /// <summary>Works until the loop is asked to connect anew.</summary>
    /// <param name="work">Set by commits.</param>
    /// <param name="stop">Whether to connect anew.</param>
    /// <param name="probe">Whether to begin with one record: the target failed before.</param>
    /// <param name="cancellationToken">Ends the loop.</param>
    public async ValueTask RunAsync(WakeSignal work, Func<bool> stop, bool probe, CancellationToken cancellationToken)
    {
        window = probe ? 1 : context.Window;
        await ClaimAsync(stop, cancellationToken).ConfigureAwait(false);
        while (!stop())
        {
            // Not every target hears of it in time.
            cancellationToken.ThrowIfCancellationRequested();
            context.Progress.Work();
            bool worked = await SendWindowAsync(stop, cancellationToken).ConfigureAwait(false);
            worked |= await SendDueAsync(stop, cancellationToken).ConfigureAwait(false);
            worked |= await SendLoadAsync(stop, cancellationToken).ConfigureAwait(false);
            // While it waits it holds no records.
            items.Clear();
            if (stop())
            {
                return;
            }

            context.Breaker.Close();
            context.Progress.Round(position, maxSeq, store.Parked, loads.Count);
            if (!worked && !await RememberAsync(cancellationToken).ConfigureAwait(false))
            {
                TimeSpan wait = store.NextWait(cursor!.Seq);
                context.Progress.Wait(wait);
                await work.WaitAsync(wait, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Ends the work: writes down how far the target has come, so that a restart repeats nothing.</summary>
    public async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        await ahead.EndAsync().ConfigureAwait(false);
        notes.Clear();
        loads.NoteSteps(notes);
        if (cursor is not null && cursor.Epoch == epoch && (store.IsBehind(cursor.Seq) || notes.Any))
        {
            await CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // The first thing a target hears is whose session writes now: a second live copy of the Hive sees it and stops.
    private async ValueTask ClaimAsync(Func<bool> stop, CancellationToken cancellationToken)
    {
        items.Clear();
        TargetCursor to = CursorAt(position);
        if (cursor != to)
        {
            await sender.SendAsync(cursor, to, stop, cancellationToken).ConfigureAwait(false);
            cursor = to;
        }
    }

    private async ValueTask<bool> SendWindowAsync(Func<bool> stop, CancellationToken cancellationToken)
    {
        BeginRead();
        int limit = Math.Min(window, context.Window);
        WindowEnd end = await ahead.TakeAsync(position, IsUndisturbed, items).ConfigureAwait(false)
            ?? reader.ReadWindow(position, limit, context.Options.WindowBytes, store.Parked.Any, items, notes);
        maxSeq = end.MaxSeq;
        context.Progress.Beat(maxSeq);
        TargetCursor to = CursorAt(end.Seq);
        if (end.Seq == position && to == cursor)
        {
            return false;
        }

        context.Metrics.Captured(context.Name, end.Rows);
        if (IsUndisturbed)
        {
            ahead.Begin(end, Doubled(limit), items.Bytes);
        }

        if (!await SendItemsAsync(to, end.Seq, stop, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        await CommitNotesAsync(cancellationToken).ConfigureAwait(false);
        // Only now: what is parked is stored before anything says that the window is done.
        position = end.Seq;
        window = Doubled(limit);
        SyncLog.Sent(context.Logger, items.Total, context.Name, position);
        return true;
    }

    private async ValueTask<bool> SendDueAsync(Func<bool> stop, CancellationToken cancellationToken)
    {
        if (store.Parked.NextAt > context.NowMicros || stop())
        {
            return false;
        }

        BeginRead();
        int limit = Math.Min(window, context.Window);
        reader.ReadDue(limit, items, notes);
        if (!await SendItemsAsync(cursor!, position, stop, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        await CommitNotesAsync(cancellationToken).ConfigureAwait(false);
        window = Doubled(limit);
        return items.Total > 0;
    }

    private async ValueTask<bool> SendLoadAsync(Func<bool> stop, CancellationToken cancellationToken)
    {
        if (stop())
        {
            return false;
        }

        if (loads.Next is not { } next)
        {
            loads.NoteDone(cursor!, notes);
            await CommitNotesAsync(cancellationToken).ConfigureAwait(false);
            return false;
        }

        BeginRead();
        int limit = Math.Min(window, context.Target.MaxBatch * context.Lanes);
        LoadEnd end = reader.ReadLoad(next, limit, items, notes);
        if (!await SendItemsAsync(cursor!, position, stop, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        next.Move(end.LastId);
        context.Progress.LoadMoved(context.Registry.Models[next.Model].Name, next.AsOf, items.Total);
        // A crash repeats the chunks since the last step that was written, which is harmless: a chunk need not wait for the disk.
        if (end.Last || notes.Any || store.IsTime)
        {
            loads.NoteSteps(notes);
        }

        // Before the sweep, which leaves alone what is parked.
        await CommitNotesAsync(cancellationToken).ConfigureAwait(false);
        window = Doubled(limit);
        if (end.Last)
        {
            await SweepAsync(next, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    private async ValueTask SweepAsync(ModelLoad load, CancellationToken cancellationToken)
    {
        SyncModel model = context.Registry.Models[load.Model];
        TargetCursor? at = context.Target.RemembersCursor ? cursor : null;
        (SyncModel Model, string Home, long Below, List<SqlValue> Except, TargetCursor? At) sweep = (model, context.Engine.HiveId, SyncVersion.Of(epoch, load.AsOf), ParkedIds.ReadLive(context, model), at);
        int swept = await Deadline.RunAsync(
            context,
            sweep,
            static (target, what, token) => target.SweepAsync(what.Model, what.Home, what.Below, what.Except, what.At, token),
            context.Options.SendTimeout * 10,
            cancellationToken).ConfigureAwait(false);
        load.Sent = true;
        SyncLog.Loaded(context.Logger, model.Name, context.Name, swept);
    }

    private void BeginRead()
    {
        items.Clear();
        notes.Clear();
    }

    private async ValueTask<bool> SendItemsAsync(TargetCursor to, long sentTo, Func<bool> stop, CancellationToken cancellationToken)
    {
        bool sent = items.Total == 0 && to == cursor;
        // Read after the rows, so that it is not below anything they show.
        to = sent ? to : to with { High = Math.Max(to.High, ChangeLog.MaxSeq(context.Engine.Readers)) };
        try
        {
            sent = sent || await sender.SendAsync(cursor, to, stop, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            foreach (Orphan orphan in notes.Orphans)
            {
                notes.Park.Add(dependency.Judge(orphan, sentTo, loads, notes));
            }

            if (!sent)
            {
                // What was answered before the failure is known, and is kept.
                await CommitNotesAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }

        if (sent)
        {
            cursor = to;
            loads.NoteDone(to, notes);
        }

        return sent;
    }

    // So that a target that fails now and then still gets a whole window through.
    private int Doubled(int limit) => (int)Math.Min(limit * 2L, context.Window);

    private async ValueTask CommitNotesAsync(CancellationToken cancellationToken)
    {
        if (notes.Any)
        {
            await CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        long seq = Math.Min(cursor!.Seq, position);
        bool kept = !store.IsBehind(seq) || await CursorFlush.TryAsync(context, cancellationToken).ConfigureAwait(false);
        await store.CommitAsync(kept ? seq : store.Remembered, notes, cancellationToken).ConfigureAwait(false);
        sender.AnyParked = store.Parked.Any;
    }

    private async ValueTask<bool> RememberAsync(CancellationToken cancellationToken)
    {
        if (!store.IsBehind(cursor!.Seq) || !store.IsTime)
        {
            return false;
        }

        await CommitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    private TargetCursor CursorAt(long seq)
    {
        seq = loads.Limit(seq);
        TargetCursor? known = cursor?.Epoch == epoch ? cursor : null;
        return new TargetCursor(session, Math.Max(seq, known?.Seq ?? 0), epoch, Math.Max(seq, known?.High ?? 0));
    }
}
