using HiveGen.Storage;

namespace HiveGen.Queries;

/// <summary>One column of a query of this model.</summary>
/// <param name="query">The query.</param>
/// <param name="column">The column, by its name in SQL.</param>
internal sealed class InQuery<TRecord>(QuerySpec<TRecord> query, string column) : InQuery
    where TRecord : class, IHiveRecord<TRecord>
{
    /// <summary>Which records.</summary>
    public Filter<TRecord> Filter => query.Filter;

    // SQLite counts the height of a query inside another twice: as a part of the outer expression, and once more while it resolves the names of both.
    public override int Depth => Math.Min(query.Filter.Depth, int.MaxValue / 4) * 2 + 4;

    public override void Write(ref SqlBuilder sql) => QuerySql.WriteValues(ref sql, query, column);

    public override void Bind(Statement statement, ref int next) => QuerySql.Bind(statement, ref next, query);
}
