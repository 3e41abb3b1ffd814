using HiveGen.Queries;
using HiveGen.Tests.Models;
using Microsoft.Data.Sqlite;
using Xunit;

namespace HiveGen.Tests.Queries;

/// <summary>Page 1000 costs as much as page 1: every part of a page begins in the middle of the index.</summary>
public sealed class KeysetPlanTests
{
    [Theory]
    [InlineData("rank", true, 5L)]
    [InlineData("rank", true, null)]
    [InlineData("rank", false, 5L)]
    [InlineData("rank", false, null)]
    [InlineData("views", true, 5L)]
    [InlineData("views", false, 5L)]
    public async Task A_page_is_found_by_the_index_whatever_the_order_and_whether_nulls_lie_behind(string column, bool descending, long? value)
    {
        await using TestDatabase hive = TestDatabase.Open();
        await hive.Sql.WriteAsync(connection => Run(connection, $"CREATE INDEX by_{column} ON articles ({column}, id)"));
        OrderTerm[] order = [new(column, descending), new("id", descending)];
        Cursor place = new([value is { } number ? SqlValue.From(number) : SqlValue.Null, SqlValue.From("art_5")], Inclusive: false);

        foreach (Filter<Article> part in Keyset.Behind(ArticleModel.Instance, order, place))
        {
            string plan = Plan(hive, part, order);
            Assert.Contains($"SEARCH articles USING INDEX by_{column}", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("SCAN", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
        }
    }

    private static string Plan(TestDatabase hive, Filter<Article> filter, OrderTerm[] order)
    {
        SqlBuilder sql = new(stackalloc char[SqlBuilder.StackSize]);
        sql.Append("EXPLAIN QUERY PLAN SELECT * FROM articles");
        FilterSql.WriteWhere(ref sql, filter);
        sql.Append($" ORDER BY {string.Join(", ", order.Select(static term => term.Column + (term.Descending ? " DESC" : "")))} LIMIT 21");
        using SqliteConnection connection = hive.Sql.OpenRead();
        using SqliteCommand command = connection.CreateCommand();
        string[] parts = sql.Text.ToString().Split('?');
        sql.Dispose();
        command.CommandText = parts[0];
        for (int i = 1; i < parts.Length; i++)
        {
            // Parameters, not numbers: SQLite would see through two that are the same.
            command.CommandText += $"$p{i}{parts[i]}";
            command.Parameters.AddWithValue($"$p{i}", 7);
        }

        using SqliteDataReader reader = command.ExecuteReader();
        List<string> lines = [];
        while (reader.Read())
        {
            lines.Add(reader.GetString(3));
        }

        return string.Join("; ", lines);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
