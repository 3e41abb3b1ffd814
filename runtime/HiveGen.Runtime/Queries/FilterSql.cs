using System.Text;
using HiveGen.Storage;

namespace HiveGen.Queries;

/// <summary>
/// Filters as SQL. Rendering and binding walk the filter in the same order, so that nothing is collected in between and the
/// text depends on the filter's shape alone.
/// </summary>
internal static class FilterSql
{
    /// <summary>SQLite refuses expressions above 1000 levels; a statement puts a few of its own around the filter.</summary>
    public const int MaxDepth = 980;

    /// <summary>Appends <c> WHERE …</c>, unless the filter gives every record.</summary>
    /// <exception cref="HiveException">The filter is nested too deeply for SQLite.</exception>
    public static void WriteWhere<TRecord>(ref SqlBuilder sql, Filter<TRecord> filter)
        where TRecord : class
    {
        if (filter.Depth > MaxDepth)
        {
            throw new HiveException($"The filter is nested {filter.Depth} levels deep and SQLite takes {MaxDepth}. Use In(…) for many values of one column, or split the query.");
        }

        if (filter.Kind != FilterKind.All)
        {
            sql.Append(" WHERE ");
            Write(ref sql, filter);
        }
    }

    /// <summary>Binds the values, in the order in which <see cref="WriteWhere"/> wrote their parameters.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="next">The next parameter; moved behind the last one bound.</param>
    /// <param name="filter">The filter.</param>
    public static void Bind<TRecord>(Statement statement, ref int next, Filter<TRecord> filter)
        where TRecord : class
    {
        switch (filter.Kind)
        {
            case FilterKind.All or FilterKind.None:
                break;
            case FilterKind.And or FilterKind.Or:
                Bind(statement, ref next, filter.Left!);
                Bind(statement, ref next, filter.Right!);
                break;
            case FilterKind.Not:
                Bind(statement, ref next, filter.Left!);
                break;
            case FilterKind.In:
                filter.Values!.Bind(statement, ref next);
                break;
            case FilterKind.InQuery:
                filter.Query!.Bind(statement, ref next);
                break;
            case FilterKind.EndsWith:
                statement.BindInt64(next++, -Encoding.UTF8.GetByteCount(filter.Value.Text!));
                statement.Bind(next++, filter.Value);
                break;
            case FilterKind.Equal or FilterKind.NotEqual when filter.Value.IsNull:
                break;
            default:
                statement.Bind(next++, filter.Value);
                break;
        }
    }

    private static void Write<TRecord>(ref SqlBuilder sql, Filter<TRecord> filter)
        where TRecord : class
    {
        switch (filter.Kind)
        {
            case FilterKind.And or FilterKind.Or:
                sql.Append('(');
                Write(ref sql, filter.Left!);
                sql.Append(filter.Kind == FilterKind.And ? " AND " : " OR ");
                Write(ref sql, filter.Right!);
                sql.Append(')');
                break;
            case FilterKind.Not:
                sql.Append('(');
                Write(ref sql, filter.Left!);
                sql.Append(") IS NOT TRUE"); // NOT would drop the records for which the filter is NULL
                break;
            case FilterKind.In:
                filter.Values!.Write(ref sql, filter.Column!);
                break;
            case FilterKind.InQuery:
                sql.AppendName(filter.Column!);
                sql.Append(" IN (");
                filter.Query!.Write(ref sql);
                sql.Append(')');
                break;
            default:
                WriteLeaf(ref sql, filter.Kind, filter.Column, filter.Value.IsNull);
                break;
        }
    }

    private static void WriteLeaf(ref SqlBuilder sql, FilterKind kind, string? column, bool isNull)
    {
        switch (kind)
        {
            case FilterKind.All:
                sql.Append('1');
                break;
            case FilterKind.None:
                sql.Append('0');
                break;
            case FilterKind.Contains:
                sql.Append("instr(");
                sql.AppendName(column!);
                sql.Append(", ?) > 0");
                break;
            case FilterKind.EndsWith:
                sql.Append("substr(CAST("); // the last bytes of UTF-8 text are its last letters; NUL does not end a blob
                sql.AppendName(column!);
                sql.Append(" AS BLOB), ?) = CAST(? AS BLOB)");
                break;
            default:
                sql.AppendName(column!);
                sql.Append(kind switch
                {
                    FilterKind.Equal => isNull ? " IS NULL" : " = ?",
                    FilterKind.NotEqual => isNull ? " IS NOT NULL" : " IS NOT ?",
                    FilterKind.Less => " < ?",
                    FilterKind.LessOrEqual => " <= ?",
                    FilterKind.Greater => " > ?",
                    _ => " >= ?",
                });
                break;
        }
    }
}
