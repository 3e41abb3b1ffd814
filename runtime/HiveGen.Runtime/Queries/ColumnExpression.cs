namespace HiveGen;

/// <summary>A value SQLite computes from a column of the record: <c>p.Views + 1</c>. Immutable.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly struct ColumnExpression<T>
{
    internal ColumnExpression(string sql, SqlValue operand)
    {
        Sql = sql;
        Operand = operand;
    }

    /// <summary>The SQL; every <c>?</c> stands for the operand. Null for <c>default</c>.</summary>
    internal string? Sql { get; }

    internal SqlValue Operand { get; }
}
