using System.Collections.Concurrent;
using HiveGen.Targets;
using Npgsql;

namespace HiveGen.Adapters.Postgres;

/// <summary>
/// The tables and views of a target: made, and extended by the columns that came since. Where all is there already, nothing is
/// changed, so that a user without the right to make tables may use what somebody else made. Thread-safe.
/// </summary>
internal sealed class PostgresTables
{
    private const long MigrationLock = 0x48495645; // the letters HIVE: instances that start together take turns

    private readonly ConcurrentDictionary<SyncModel, bool> known = new();

    /// <summary>The models that were prepared.</summary>
    public ICollection<SyncModel> Models => known.Keys;

    /// <summary>Makes and extends the tables of these models.</summary>
    public async Task EnsureAsync(NpgsqlConnection connection, IReadOnlyList<SyncModel> models, CancellationToken cancellationToken)
    {
        foreach (SyncModel model in models)
        {
            if (PostgresNames.TooLong(model) is { } reason)
            {
                throw new TargetException(TargetFailure.Schema, reason);
            }
        }

        if (Missing(models, await PostgresCatalog.ReadAsync(connection, models, cancellationToken).ConfigureAwait(false)).Count > 0)
        {
            await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            await RunAsync(connection, FormattableString.Invariant($"SELECT pg_advisory_xact_lock({MigrationLock})"), cancellationToken).ConfigureAwait(false);
            foreach (string sql in Missing(models, await PostgresCatalog.ReadAsync(connection, models, cancellationToken).ConfigureAwait(false)))
            {
                await RunAsync(connection, sql, cancellationToken).ConfigureAwait(false);
            }

            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        foreach (SyncModel model in models)
        {
            known[model] = true;
        }
    }

    /// <summary>Makes the tables of a batch's models, if any of them was never prepared.</summary>
    public Task EnsureKnownAsync(NpgsqlConnection connection, SendBatch batch, CancellationToken cancellationToken)
    {
        HashSet<SyncModel>? missing = null;
        for (int index = 0; index < batch.Items.Count; index++)
        {
            SyncModel model = batch.Items[index].Model;
            if (!known.ContainsKey(model))
            {
                (missing ??= []).Add(model);
            }
        }

        return missing is null ? Task.CompletedTask : EnsureAsync(connection, [.. missing], cancellationToken);
    }

    private static List<string> Missing(IReadOnlyList<SyncModel> models, PostgresCatalog catalog)
    {
        List<string> missing = [];
        if (!catalog.Has(PostgresCursor.Table))
        {
            missing.Add(PostgresCursor.CreateTable);
        }

        foreach (SyncModel model in models)
        {
            PostgresMap map = model.Mapping<PostgresMap>();
            if (catalog.Has(model.Name))
            {
                AddColumns(model, map, catalog, missing);
            }
            else
            {
                missing.Add(map.CreateTable);
            }

            AddView(model, map, catalog, missing);
        }

        return missing;
    }

    private static void AddColumns(SyncModel model, PostgresMap map, PostgresCatalog catalog, List<string> missing)
    {
        OrderedDictionary<string, TargetColumn> columns = catalog.ColumnsOf(model.Name);
        TargetTable.Check(model, columns, PostgresTypes.Of, PostgresTypes.Fits);
        CheckKey(model, columns);
        CheckOthers(model, columns, catalog);
        foreach (SchemaObject column in map.Columns)
        {
            if (!columns.ContainsKey(column.Name))
            {
                missing.Add($"ALTER TABLE {PostgresNames.Quote(model.Name)} ADD COLUMN {column.Sql}");
            }
        }
    }

    private static void CheckKey(SyncModel model, OrderedDictionary<string, TargetColumn> columns)
    {
        string id = model.Fields[0].Column;
        if (columns.TryGetValue(id, out TargetColumn column) && column.Type == "citext")
        {
            throw Mismatch(model, id, "is citext here, which takes ids that differ in case for one. Make it text COLLATE \"C\".");
        }
    }

    // Every row would be refused for it, each as if it were its own fault.
    private static void CheckOthers(SyncModel model, OrderedDictionary<string, TargetColumn> columns, PostgresCatalog catalog)
    {
        HashSet<string> sent = [.. model.Fields.Select(static field => field.Column), "_version", "_deleted", "_home", "_synced_at"];
        foreach (string column in columns.Keys)
        {
            if (!sent.Contains(column) && catalog.Demands(model.Name, column))
            {
                throw Mismatch(model, column, "is NOT NULL here, and the app has no value for it. Let it be null, or give it a default.");
            }
        }
    }

    private static TargetException Mismatch(SyncModel model, string column, string how) => new(TargetFailure.Schema, $"The column \"{column}\" of \"{model.Name}\" {how}");

    // A view may only grow at its end, and others may be built on it.
    private static void AddView(SyncModel model, PostgresMap map, PostgresCatalog catalog, List<string> missing)
    {
        string view = PostgresNames.View(model.Name);
        if (!catalog.Has(view))
        {
            missing.Add(map.CreateView);
            return;
        }

        List<string> columns = [.. catalog.ColumnsOf(view).Keys];
        int before = columns.Count;
        foreach (SyncField field in model.Fields)
        {
            if (!columns.Contains(field.Column))
            {
                columns.Add(field.Column);
            }
        }

        if (columns.Count > before)
        {
            string list = string.Join(", ", columns.Select(PostgresNames.Quote));
            missing.Add($"CREATE OR REPLACE VIEW {PostgresNames.Quote(view)} AS SELECT {list} FROM {PostgresNames.Quote(model.Name)} WHERE NOT \"_deleted\"");
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
