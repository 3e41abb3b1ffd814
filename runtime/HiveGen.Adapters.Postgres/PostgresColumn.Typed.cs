using Npgsql;
using NpgsqlTypes;

namespace HiveGen.Adapters.Postgres;

/// <summary>The values of one field of many rows.</summary>
/// <typeparam name="T">The type, nullable.</typeparam>
/// <param name="type">PostgreSQL's type of one value.</param>
/// <param name="rows">How many values it will get.</param>
internal sealed class PostgresColumn<T>(NpgsqlDbType type, int rows) : PostgresColumn
{
    private readonly List<T?> values = new(rows);

    /// <summary>Adds a value.</summary>
    public void Add(T value) => values.Add(value);

    /// <inheritdoc/>
    public override void AddNull() => values.Add(default);

    /// <inheritdoc/>
    public override NpgsqlParameter ToParameter() => new NpgsqlParameter<List<T?>> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };
}
