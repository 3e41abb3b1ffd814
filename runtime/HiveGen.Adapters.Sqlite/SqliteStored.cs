using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Adapters.Sqlite;

/// <summary>The bookkeeping of a stored row.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Deleted">Whether it is a ghost.</param>
/// <param name="Home">The Hive it belongs to.</param>
internal readonly record struct SqliteStored(long Version, bool Deleted, string Home)
{
    /// <summary>The row of an id; null when there is none.</summary>
    /// <param name="connection">The target.</param>
    /// <param name="item">What is looked for.</param>
    /// <param name="record">The row's fields, when they are wanted and the row is no ghost.</param>
    /// <param name="withRecord">Whether they are.</param>
    public static SqliteStored? Read(HiveConnection connection, in SyncItem item, bool withRecord, out SyncRecord? record)
    {
        record = null;
        Statement select = connection.Prepare(item.Model.Mapping<SqliteMap>().SelectState);
        select.Bind(1, item.Id);
        if (!select.Step())
        {
            return null;
        }

        int fields = item.Model.Fields.Count;
        SqliteStored stored = new(select.Int64(fields), select.Int64(fields + 1) != 0, select.Text(fields + 2));
        if (withRecord && !stored.Deleted)
        {
            record = item.Model.Read(new StatementSource(select));
        }

        select.Reset();
        return stored;
    }
}
