using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>Turns changes into items: the live rows, all read in one snapshot. A row that is gone is a delete.</summary>
internal sealed class ItemReader(TargetContext context, int epoch)
{
    private static readonly PreparedSql SelectDead = new("""SELECT "dead", "seq" FROM "_hive_parked" WHERE "target" = ?1 AND "model" = ?2 AND "id" = ?3""");

    private readonly string home = context.Engine.HiveId;

    /// <summary>Reads the changes after a position, each record once: fewer than asked for when they are too large together.</summary>
    /// <param name="position">The last change that was sent.</param>
    /// <param name="limit">The most log rows.</param>
    /// <param name="bytes">About the most bytes of fields; one larger record comes alone.</param>
    /// <param name="parked">Whether any record is parked: a newer change of one waits with it.</param>
    /// <param name="items">Gets the items.</param>
    /// <param name="notes">Gets what is to be remembered.</param>
    public WindowEnd ReadWindow(long position, int limit, long bytes, bool parked, ItemBuffer items, RoundNotes notes)
    {
        using ReaderLease lease = context.Engine.Readers.Rent();
        lease.BeginSnapshot();
        HiveConnection connection = lease.Connection;
        long maxSeq = ChangeLog.MaxSeq(connection);
        if (maxSeq <= position)
        {
            return new WindowEnd(position, maxSeq, 0);
        }

        Statement window = connection.Prepare(context.Registry.SelectWindow);
        window.BindInt64(1, position);
        window.BindInt64(2, limit);
        long last = position;
        int rows = 0;
        bool full = false;
        while (!full && window.Step())
        {
            LoggedChange change = new((int)window.Int64(0), window.Value(1), window.Int64(2), IsAdd: window.Int64(3) != 0);
            full = change.Model >= 0 && !TryReadChange(connection, change, bytes, parked, items, notes);
            if (!full)
            {
                last = change.Seq;
                rows++;
            }
        }

        window.Reset();
        items.Seal();
        // A window that is not full reached the end, also where the last seqs were taken by loads.
        return new WindowEnd(full || rows == limit ? last : maxSeq, maxSeq, rows);
    }

    /// <summary>Reads the parked records that are due.</summary>
    public void ReadDue(int limit, ItemBuffer items, RoundNotes notes)
    {
        using ReaderLease lease = context.Engine.Readers.Rent();
        lease.BeginSnapshot();
        HiveConnection connection = lease.Connection;
        Statement due = connection.Prepare(context.Registry.SelectDue);
        due.BindText(1, context.Name);
        due.BindInt64(2, context.NowMicros);
        due.BindInt64(3, limit);
        while (due.Step())
        {
            Outgoing known = new(default, 0, (int)due.Int64(3), due.Int64(4));
            ReadLive(connection, new LoggedChange((int)due.Int64(0), due.Value(1), due.Int64(2)), known, long.MaxValue, items, notes);
            if (items.Bytes >= context.Options.WindowBytes)
            {
                due.Reset();
                break;
            }
        }

        items.Seal();
    }

    /// <summary>Reads the next records of a full load.</summary>
    public LoadEnd ReadLoad(ModelLoad load, int limit, ItemBuffer items, RoundNotes notes)
    {
        SyncModel model = context.Registry.Models[load.Model];
        using ReaderLease lease = context.Engine.Readers.Rent();
        bool first = load.LastId.IsNull;
        Statement select = lease.Connection.Prepare(first ? model.SelectFirst : model.SelectAfter);
        if (!first)
        {
            select.Bind(1, load.LastId);
        }

        select.BindInt64(first ? 1 : 2, limit);
        SqlValue last = default;
        int rows = 0;
        bool full = false;
        while (!full && select.Step())
        {
            last = select.Value(0);
            AddLive(select, new LoggedChange(load.Model, last, load.AsOf), new Outgoing { Bytes = ItemSize.Of(model, select) }, items, notes);
            full = ++rows == limit || items.Bytes >= context.Options.WindowBytes;
        }

        select.Reset();
        items.Seal();
        return new LoadEnd(last, Last: !full);
    }

    /// <summary>Reads what a change left behind; false when that is too much for this window, and nothing was done.</summary>
    private bool TryReadChange(HiveConnection connection, in LoggedChange change, long bytes, bool parked, ItemBuffer items, RoundNotes notes)
    {
        // All rows are of one snapshot: what was read for an earlier change is what this one left behind too.
        return items.TryRenew(change.Model, change.Id, SyncVersion.Of(epoch, change.Seq))
            || (parked && Waits(connection, change, notes))
            || ReadLive(connection, change, default, bytes, items, notes);
    }

    // A dead record does not wait for a newer change, which is a new chance; but the change it died of is not sent twice.
    private bool Waits(HiveConnection connection, in LoggedChange change, RoundNotes notes)
    {
        string name = context.Registry.Models[change.Model].Name;
        Statement select = connection.Prepare(SelectDead);
        select.BindText(1, context.Name);
        select.BindText(2, name);
        select.Bind(3, change.Id);
        if (!select.Step())
        {
            return false;
        }

        bool dead = select.Int64(0) != 0;
        bool newer = change.Seq > select.Int64(1);
        select.Reset();
        if (!dead && newer)
        {
            notes.Raise.Add(new RecordSeq(name, change.Id, change.Seq));
        }

        return !dead || !newer;
    }

    private bool ReadLive(HiveConnection connection, in LoggedChange change, in Outgoing known, long bytes, ItemBuffer items, RoundNotes notes)
    {
        SyncModel model = context.Registry.Models[change.Model];
        Statement select = connection.Prepare(model.SelectById);
        select.Bind(1, change.Id);
        bool lives = select.Step();
        int size = lives ? ItemSize.Of(model, select) : ItemSize.Delete;
        bool fits = items.Added == 0 || items.Bytes + size <= bytes;
        if (fits && lives)
        {
            AddLive(select, change, known with { Bytes = size }, items, notes);
        }
        else if (fits)
        {
            items.Add(change.Model, known with { Item = ItemOf(change, null), Bytes = size });
        }

        select.Reset();
        return fits;
    }

    private void AddLive(Statement row, in LoggedChange change, in Outgoing known, ItemBuffer items, RoundNotes notes)
    {
        SyncModel model = context.Registry.Models[change.Model];
        SyncRecord? record = null;
        string? spoilt = null;
        try
        {
            record = model.Read(new StatementSource(row, model));
        }
        catch (Exception unreadable) when (unreadable is not HiveStorageException)
        {
            // One row that another program spoilt may not hold back the others.
            spoilt = $"The Hive's own row cannot be read: {unreadable.Message}";
        }

        Outgoing item = known with { Item = ItemOf(change, record) };
        if (spoilt is null)
        {
            items.Add(change.Model, item);
        }
        else
        {
            notes.Park.Add(Refusal.Dead(context, item, spoilt));
        }
    }

    private SyncItem ItemOf(in LoggedChange change, SyncRecord? record)
        => new(context.Registry.Models[change.Model], change.Id, change.Id.ToString(), SyncVersion.Of(epoch, change.Seq), home, record) { IsNew = change.IsAdd && record is not null };
}
