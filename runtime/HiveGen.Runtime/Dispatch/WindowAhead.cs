namespace HiveGen.Dispatch;

/// <summary>
/// Reads the next window while the present one is on its way, so that the target need not wait for it. One window at most, and what
/// both hold together is not more than one may. What was read is given out only where reading it now could give nothing else but newer rows,
/// whose changes are still to come: otherwise it is forgotten, and read again.
/// </summary>
internal sealed class WindowAhead(TargetContext context, ItemReader reader)
{
    private readonly ItemBuffer items = new(context.Registry, context.Lanes);
    private readonly RoundNotes notes = new();
    private Task<WindowEnd>? reading;
    private long from;

    /// <summary>Begins to read the window after this one, if a whole one waits and there is room for it.</summary>
    /// <param name="present">The window that is sent meanwhile.</param>
    /// <param name="limit">The most log rows.</param>
    /// <param name="held">About how many bytes the present one holds.</param>
    public void Begin(in WindowEnd present, int limit, long held)
    {
        long room = context.Options.WindowBytes - held;
        // What is not a whole window is better read later: by then there may be more of it, and it is not sent in two parts.
        if (present.MaxSeq - present.Seq < limit || room < held)
        {
            return;
        }

        long position = from = present.Seq;
        reading = Task.Run(() => reader.ReadWindow(position, limit, room, parked: false, items, notes));
    }

    /// <summary>Gives out the window that was read, and keeps nothing of it.</summary>
    /// <param name="position">The last change that was sent.</param>
    /// <param name="isUndisturbed">Whether there are neither parked records nor full loads.</param>
    /// <param name="into">Gets the items.</param>
    /// <returns>Null if nothing was read, or not this.</returns>
    public async ValueTask<WindowEnd?> TakeAsync(long position, bool isUndisturbed, ItemBuffer into)
    {
        if (reading is not { } read)
        {
            return null;
        }

        reading = null;
        WindowEnd end = await read.ConfigureAwait(false);
        bool isNext = from == position && isUndisturbed && !notes.Any;
        if (isNext)
        {
            into.Take(items);
        }

        items.Clear();
        notes.Clear();
        return isNext ? end : null;
    }

    /// <summary>Waits until nothing is read any more. What went wrong there goes wrong again when the window is read next.</summary>
    public async ValueTask EndAsync()
    {
        if (reading is { } read)
        {
            reading = null;
            await ((Task)read).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
