using System;

namespace HiveGen;

/// <summary>A CHECK constraint of the table, in SQLite's SQL over column names: <c>[Check("ends_at > starts_at")]</c>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class CheckAttribute : Attribute
{
    /// <summary>The condition every row must meet.</summary>
    public CheckAttribute(string sql) => Sql = sql;

    /// <summary>The condition every row must meet.</summary>
    public string Sql { get; }
}
