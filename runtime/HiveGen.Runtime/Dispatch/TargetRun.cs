using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>
/// The work of a loop while its target answers: windows of changes, parked records that are due, chunks of full loads. One
/// thing at a time, so that no record is ever in flight twice. Any failure ends it, and the loop connects anew.
/// </summary>
internal sealed class TargetRun
{
    // A target that failed is met with one small batch. From there the window doubles, so that a target that fails now and
    // then still gets a whole window through, whatever the size of its batches.
    private const int ProbeRows = 10;

    private static readonly TimeSpan RememberInterval = TimeSpan.FromSeconds(1);

    private readonly TargetContext context;
    private readonly ItemBuffer items;
    private readonly RoundNotes notes = new();
    private readonly ItemReader reader;
    private readonly TargetSender sender;
    private readonly List<ModelLoad> loads;
    private readonly string session;
    private readonly int epoch;
    private TargetCursor? cursor;
    private ParkedSummary parked;
    private long position;
    private long maxSeq;
    private long remembered;
    private long rememberedAt;
    private int window;

    public TargetRun(TargetContext context, string session, TargetMemory memory, TargetCursor? cursor, List<ModelLoad> loads, ParkedSummary parked)
    {
        this.context = context;
        this.session = session;
        this.cursor = cursor;
        this.loads = loads;
        this.parked = parked;
        epoch = memory.Epoch;
        position = remembered = memory.Seq;
        items = new ItemBuffer(context.Registry.Models.Count);
        reader = new ItemReader(context, epoch);
        sender = new TargetSender(context, items, notes) { AnyParked = parked.Any };
        rememberedAt = context.Clock.GetTimestamp();
    }

    /// <summary>The change up to which everything was sent.</summary>
    public long Position => position;

    /// <summary>Works until the loop is asked to connect anew.</summary>
    /// <param name="work">Set by commits.</param>
    /// <param name="stop">Whether to connect anew.</param>
    /// <param name="probe">Whether to begin with a small batch.</param>
    /// <param name="roundDone">Called after every round in which nothing failed.</param>
    /// <param name="cancellationToken">Ends the loop.</param>
    public async ValueTask RunAsync(WakeSignal work, Func<bool> stop, bool probe, Action roundDone, CancellationToken cancellationToken)
    {
        window = probe ? Math.Min(ProbeRows, context.Target.MaxBatch) : context.Options.Window;
        await ClaimAsync(cancellationToken).ConfigureAwait(false);
        while (!stop())
        {
            bool worked = await SendWindowAsync(cancellationToken).ConfigureAwait(false);
            worked |= await SendDueAsync(cancellationToken).ConfigureAwait(false);
            worked |= await SendLoadAsync(cancellationToken).ConfigureAwait(false);
            context.Progress.Round(position, maxSeq, parked, loads.Count);
            roundDone();
            if (!worked && !await RememberAsync(cancellationToken).ConfigureAwait(false))
            {
                await work.WaitAsync(NextWait(), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Writes down how far the target has come, so that a restart repeats nothing.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        notes.Clear();
        NoteLoadSteps();
        if (cursor is not null && cursor.Epoch == epoch && (cursor.Seq > remembered || notes.Any))
        {
            await CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // The first thing a target hears is whose session writes now: a second live copy of the Hive sees it and stops.
    private async ValueTask ClaimAsync(CancellationToken cancellationToken)
    {
        items.Clear();
        TargetCursor to = CursorAt(position);
        if (cursor != to)
        {
            await sender.SendAsync(cursor, to, cancellationToken).ConfigureAwait(false);
            cursor = to;
        }
    }

    private async ValueTask<bool> SendWindowAsync(CancellationToken cancellationToken)
    {
        BeginRead();
        WindowEnd end = reader.ReadWindow(position, Math.Min(window, context.Options.Window), parked.Any, items, notes);
        maxSeq = end.MaxSeq;
        context.Progress.Beat(maxSeq);
        TargetCursor to = CursorAt(end.Seq);
        if (end.Seq == position && to == cursor)
        {
            return false;
        }

        context.Metrics.Captured(context.Name, end.Rows);
        await SendItemsAsync(to, cancellationToken).ConfigureAwait(false);
        await CommitNotesAsync(cancellationToken).ConfigureAwait(false);
        // Only now: what is parked is stored before anything says that the window is done.
        position = end.Seq;
        window = Math.Min(window * 2, context.Options.Window);
        SyncLog.Sent(context.Logger, items.Total, context.Name, position);
        return true;
    }

    private async ValueTask<bool> SendDueAsync(CancellationToken cancellationToken)
    {
        if (parked.NextAt > context.NowMicros)
        {
            return false;
        }

        BeginRead();
        reader.ReadDue(context.Target.MaxBatch, items, notes);
        await SendItemsAsync(cursor!, cancellationToken).ConfigureAwait(false);
        await CommitNotesAsync(cancellationToken).ConfigureAwait(false);
        return items.Total > 0;
    }

    private async ValueTask<bool> SendLoadAsync(CancellationToken cancellationToken)
    {
        if (loads.Find(static load => !load.Sent) is not { } next)
        {
            NoteDoneLoads();
            await CommitNotesAsync(cancellationToken).ConfigureAwait(false);
            return false;
        }

        BeginRead();
        LoadEnd end = reader.ReadLoad(next, context.Target.MaxBatch, items, notes);
        await SendItemsAsync(cursor!, cancellationToken).ConfigureAwait(false);
        next.Move(end.LastId);
        context.Progress.LoadMoved(context.Registry.Models[next.Model].Name, next.AsOf, items.Total);
        // A crash repeats the chunks since the last step that was written, which is harmless: a chunk need not wait for the disk.
        if (end.Last || notes.Any || context.Clock.GetElapsedTime(rememberedAt) >= RememberInterval)
        {
            NoteLoadSteps();
        }

        // Before the sweep, which leaves alone what is parked.
        await CommitNotesAsync(cancellationToken).ConfigureAwait(false);
        if (end.Last)
        {
            await SweepAsync(next, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    private async ValueTask SweepAsync(ModelLoad load, CancellationToken cancellationToken)
    {
        SyncModel model = context.Registry.Models[load.Model];
        (SyncModel Model, string Home, long Below, List<SqlValue> Except) sweep = (model, context.Engine.HiveId, SyncVersion.Of(epoch, load.AsOf), reader.ReadParkedLive(model));
        int swept = await Deadline.RunAsync(
            context,
            sweep,
            static (target, what, token) => target.SweepAsync(what.Model, what.Home, what.Below, what.Except, token),
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

    private async ValueTask SendItemsAsync(TargetCursor to, CancellationToken cancellationToken)
    {
        items.Seal();
        if (items.Total > 0 || to != cursor)
        {
            // Read after the rows, so that it is not below anything they show.
            to = to with { High = Math.Max(to.High, reader.ReadMaxSeq()) };
            await sender.SendAsync(cursor, to, cancellationToken).ConfigureAwait(false);
            cursor = to;
        }

        NoteDoneLoads();
    }

    // A load is done when the cursor has passed it: a cursor below a done load then always means a target restored from a backup.
    private void NoteDoneLoads()
    {
        for (int index = loads.Count - 1; index >= 0; index--)
        {
            if (loads[index].Sent && cursor!.Seq >= loads[index].AsOf)
            {
                notes.Loads.Add(new LoadStep(context.Registry.Models[loads[index].Model].Name, default, Done: true));
                loads.RemoveAt(index);
            }
        }
    }

    private void NoteLoadSteps()
    {
        foreach (ModelLoad load in loads)
        {
            if (load.Moved)
            {
                notes.Loads.Add(new LoadStep(context.Registry.Models[load.Model].Name, load.LastId, Done: false));
                load.Moved = false;
            }
        }
    }

    private async ValueTask CommitNotesAsync(CancellationToken cancellationToken)
    {
        if (notes.Any)
        {
            await CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        bool touchesParked = notes.TouchesParked;
        RoundCommand command = new(context.Name, epoch, Math.Min(cursor!.Seq, position), notes);
        // False: the target was adopted anew meanwhile, and the loop is about to connect again.
        if (await context.Engine.Writer.RunAsync<RoundCommand, bool>(command, cancellationToken).ConfigureAwait(false))
        {
            remembered = command.Seq;
            rememberedAt = context.Clock.GetTimestamp();
        }

        notes.Clear();
        if (touchesParked)
        {
            parked = reader.ReadParked();
            sender.AnyParked = parked.Any;
        }
    }

    private async ValueTask<bool> RememberAsync(CancellationToken cancellationToken)
    {
        if (cursor!.Seq <= remembered || context.Clock.GetElapsedTime(rememberedAt) < RememberInterval)
        {
            return false;
        }

        await CommitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    // The cursor never passes a load that has not ended: a restart then sends again what was committed meanwhile.
    private TargetCursor CursorAt(long seq)
    {
        foreach (ModelLoad load in loads)
        {
            seq = load.Sent ? seq : Math.Min(seq, load.AsOf - 1);
        }

        TargetCursor? known = cursor?.Epoch == epoch ? cursor : null;
        return new TargetCursor(session, Math.Max(seq, known?.Seq ?? 0), epoch, Math.Max(seq, known?.High ?? 0));
    }

    private TimeSpan NextWait()
    {
        TimeSpan wait = context.Options.SafetyInterval;
        if (cursor!.Seq > remembered && wait > RememberInterval)
        {
            wait = RememberInterval;
        }

        if (parked.NextAt != long.MaxValue)
        {
            TimeSpan due = UnixMicros.ReadTimeSpan(Math.Clamp(parked.NextAt - context.NowMicros, 1000, UnixMicros.Write(wait)));
            wait = due < wait ? due : wait;
        }

        return wait;
    }
}
