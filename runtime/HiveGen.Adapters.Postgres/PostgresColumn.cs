using HiveGen.Targets;
using Npgsql;
using NpgsqlTypes;

namespace HiveGen.Adapters.Postgres;

/// <summary>The values of one field of many rows, which travel as one array.</summary>
internal abstract class PostgresColumn
{
    /// <summary>An empty column for a field of this type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="rows">How many values it will get.</param>
    public static PostgresColumn Of(SyncType type, int rows) => type switch
    {
        SyncType.Bool => new PostgresColumn<bool?>(NpgsqlDbType.Boolean, rows),
        SyncType.Int32 => new PostgresColumn<int?>(NpgsqlDbType.Integer, rows),
        SyncType.Int64 => new PostgresColumn<long?>(NpgsqlDbType.Bigint, rows),
        SyncType.Double => new PostgresColumn<double?>(NpgsqlDbType.Double, rows),
        SyncType.Decimal => new PostgresColumn<decimal?>(NpgsqlDbType.Numeric, rows),
        SyncType.Timestamp => new PostgresColumn<long?>(NpgsqlDbType.TimestampTz, rows),
        SyncType.Date => new PostgresColumn<int?>(NpgsqlDbType.Date, rows),
        SyncType.Time => new PostgresColumn<long?>(NpgsqlDbType.Time, rows),
        SyncType.Duration => new PostgresColumn<NpgsqlInterval?>(NpgsqlDbType.Interval, rows),
        SyncType.Guid => new PostgresColumn<Guid?>(NpgsqlDbType.Uuid, rows),
        SyncType.Blob => new PostgresColumn<byte[]?>(NpgsqlDbType.Bytea, rows),
        SyncType.Json => new PostgresColumn<string?>(NpgsqlDbType.Jsonb, rows),
        _ => new PostgresColumn<string?>(NpgsqlDbType.Text, rows),
    };

    /// <summary>Adds a NULL.</summary>
    public abstract void AddNull();

    /// <summary>The array.</summary>
    public abstract NpgsqlParameter ToParameter();
}
