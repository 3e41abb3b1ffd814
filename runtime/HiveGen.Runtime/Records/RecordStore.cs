using System.Text;
using HiveGen.Hooks;
using HiveGen.Storage;

namespace HiveGen.Records;

/// <summary>A model in an open Hive: what all its reads and writes share. One a model and Hive; thread-safe.</summary>
internal sealed class RecordStore<TRecord>
    where TRecord : class, IHiveRecord<TRecord>
{
    private readonly Dictionary<string, int> indexes = [];

    public RecordStore(HiveEngine engine)
    {
        Engine = engine;
        Hooks = [.. engine.Schema.Hooks.OfType<ModelHookRegistration<TRecord>>()];
        foreach (ModelHookRegistration<TRecord> hooks in Hooks)
        {
            Points |= hooks.Points;
        }

        StringBuilder returning = new(" RETURNING ");
        for (int i = 0; i < Model.Columns.Count; i++)
        {
            HiveColumn column = Model.Columns[i];
            indexes.Add(column.Name, i);
            returning.Append(i == 0 ? "\"" : ", \"").Append(column.Name).Append('"');
            if (column.Role == ColumnRole.UpdatedAt)
            {
                UpdatedAt = i;
            }
        }

        Returning = returning.ToString();
    }

    public HiveEngine Engine { get; }

    public HiveModel<TRecord> Model { get; } = TRecord.Model;

    /// <summary>The classes of hooks of this model, in the order in which they run.</summary>
    public IReadOnlyList<ModelHookRegistration<TRecord>> Hooks { get; }

    /// <summary>Every hook any of them overrides.</summary>
    public HookPoints Points { get; }

    /// <summary>Whether a hook wants to see reads of records.</summary>
    public bool GetIsHooked => Points.Any(ReadKind.Get);

    /// <summary>Whether a hook wants to see counts.</summary>
    public bool CountIsHooked => Points.Any(ReadKind.Count);

    /// <summary><c> RETURNING …</c>, every column in column order.</summary>
    public string Returning { get; }

    /// <summary>The index of the <c>[UpdatedAt]</c> column; −1 for none.</summary>
    public int UpdatedAt { get; } = -1;

    public DateTimeOffset Now => Engine.Clock.GetUtcNow();

    public int ColumnIndex(string column) => indexes[column];

    /// <summary>Whether a change of this column moves <c>[UpdatedAt]</c>: it is synced, or nothing of the model is.</summary>
    public bool MovesUpdatedAt(int column) => column != UpdatedAt && (Model.Sync is null || Model.Columns[column].Synced);

    /// <summary>Reads the record of a unique key.</summary>
    public TRecord? Get(PreparedSql select, in SqlValue key)
    {
        using ReaderLease lease = Engine.Readers.Rent();
        return Get(lease.Connection, select, key);
    }

    /// <summary>Reads the record of a Guid, without making text of it.</summary>
    public TRecord? Get(PreparedSql select, Guid key)
    {
        using ReaderLease lease = Engine.Readers.Rent();
        Statement statement = lease.Connection.Prepare(select);
        statement.BindGuid(1, key);
        return One(statement);
    }

    /// <summary>Reads the record of a unique key on this connection.</summary>
    public TRecord? Get(HiveConnection connection, PreparedSql select, in SqlValue key)
    {
        Statement statement = connection.Prepare(select);
        statement.Bind(1, key);
        return One(statement);
    }

    /// <summary>Reads the record of a unique key of several columns.</summary>
    public TRecord? Get(PreparedSql select, ReadOnlySpan<SqlValue> key)
    {
        using ReaderLease lease = Engine.Readers.Rent();
        Statement statement = lease.Connection.Prepare(select);
        for (int i = 0; i < key.Length; i++)
        {
            statement.Bind(i + 1, key[i]);
        }

        return One(statement);
    }

    private TRecord? One(Statement statement)
    {
        try
        {
            return statement.Step() ? Model.Read(statement) : null;
        }
        finally
        {
            statement.Reset();
        }
    }
}
