using HiveGen.Storage;
using Xunit;

namespace HiveGen.Tests.Storage;

public sealed class StatementTests : IDisposable
{
    private readonly HiveConnection connection = HiveConnection.Open("Data Source=:memory:");

    public static TheoryData<string> Texts =>
    [
        "", "a", "ASCII only, of a length beyond one vector register: 0123456789", "Zoë Müller", "ß€漢字", "\0with\0nul", "\uFFFD\uFFFE\uFFFF",
        "😀 outside the first plane", new string('x', 5000), new string('é', 5000), new string('漢', 70_000), new string('y', 3_000_000),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_comes_back_as_it_was_bound(string text)
        => Assert.Equal(text, Echo(statement => statement.BindText(1, text)).Text);

    [Fact]
    public void A_character_of_every_plane_comes_back()
    {
        for (int plane = 0; plane <= 16; plane++)
        {
            string text = char.ConvertFromUtf32((plane << 16) + 0x1234) + char.ConvertFromUtf32((plane << 16) + 0xFFFF);
            Assert.Equal(text, Echo(statement => statement.BindText(1, text)).Text);
        }
    }

    [Fact]
    public void A_lone_surrogate_is_refused_instead_of_changed()
    {
        Assert.ThrowsAny<ArgumentException>(() => Echo(static statement => statement.BindText(1, "\uD800")));
        Assert.ThrowsAny<ArgumentException>(() => Echo(static statement => statement.BindText(1, "a\uDC00b")));
    }

    [Fact]
    public void An_empty_text_is_not_null()
    {
        Assert.Equal(SqlKind.Text, Echo(static statement => statement.BindText(1, "")).Kind);
        Assert.Equal(SqlKind.Null, Echo(static statement => statement.BindText(1, null)).Kind);
    }

    [Fact]
    public void An_empty_blob_is_not_null()
    {
        Assert.Equal(SqlKind.Blob, Echo(static statement => statement.BindBlob(1, [])).Kind);
        Assert.Equal(SqlKind.Null, Echo(static statement => statement.BindBlob(1, null)).Kind);
    }

    [Fact]
    public void A_blob_comes_back()
    {
        byte[] blob = new byte[100_000];
        Random.Shared.NextBytes(blob);
        Assert.Equal(blob, Echo(statement => statement.BindBlob(1, blob)).Blob);
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(long.MaxValue)]
    public void An_integer_comes_back(long value)
        => Assert.Equal(SqlValue.From(value), Echo(statement => statement.BindInt64(1, value)));

    [Theory]
    [InlineData(double.MinValue)]
    [InlineData(double.Epsilon)]
    [InlineData(-0.1)]
    [InlineData(double.MaxValue)]
    public void A_double_comes_back(double value)
        => Assert.Equal(SqlValue.From(value), Echo(statement => statement.BindDouble(1, value)));

    [Fact]
    public void A_guid_is_lower_case_text()
    {
        Guid guid = new("ABCDEF01-2345-6789-abcd-ef0123456789");
        Assert.Equal("abcdef01-2345-6789-abcd-ef0123456789", Echo(statement => statement.BindGuid(1, guid)).Text);
        Statement statement = connection.Prepare("SELECT ?1");
        statement.BindGuid(1, guid);
        Assert.True(statement.Step());
        Assert.Equal(guid, statement.Guid(0));
    }

    [Fact]
    public void A_parameter_that_is_not_bound_anew_keeps_its_value_while_others_change()
    {
        Statement statement = connection.Prepare("SELECT ?1 || ?2");
        statement.BindText(1, "kept ");
        for (int i = 0; i < 10; i++)
        {
            string changing = new('z', i * 500);
            statement.BindText(2, changing);
            Assert.True(statement.Step());
            Assert.Equal("kept " + changing, statement.Text(0));
            statement.Reset();
        }
    }

    [Fact]
    public void Preparing_again_clears_what_was_bound()
    {
        connection.Prepare("SELECT ?1").BindText(1, "old");
        Statement statement = connection.Prepare("SELECT ?1");
        Assert.True(statement.Step());
        Assert.True(statement.IsNull(0));
    }

    [Fact]
    public void Binding_while_the_statement_stands_on_a_row_is_refused()
    {
        Statement statement = connection.Prepare("SELECT ?1");
        statement.BindText(1, "a");
        Assert.True(statement.Step());
        Assert.Throws<InvalidOperationException>(() => statement.BindText(1, "b"));
        Assert.Equal("a", statement.Text(0));
    }

    [Fact]
    public void A_parameter_that_does_not_exist_is_refused()
    {
        Statement statement = connection.Prepare("SELECT ?1");
        Assert.Throws<ArgumentOutOfRangeException>(() => statement.BindText(2, "a"));
        Assert.Throws<ArgumentOutOfRangeException>(() => statement.BindBlob(0, [1]));
        Assert.Throws<HiveStorageException>(() => statement.BindInt64(2, 1));
    }

    [Fact]
    public void After_an_error_the_statement_can_be_used_again()
    {
        connection.Execute("CREATE TABLE t (v TEXT NOT NULL UNIQUE)");
        Statement insert = connection.Prepare("INSERT INTO t VALUES (?1)");
        insert.BindText(1, "a");
        insert.Run();
        Assert.Throws<HiveConstraintException>(insert.Run);
        insert.BindText(1, "b");
        insert.Run();
        Assert.Equal(1, connection.Changes);
        Assert.True(connection.AutoCommit);
    }

    [Theory]
    [InlineData("INSERT INTO t VALUES (1, 'taken', 1)", "t.name is taken", "t.name")]
    [InlineData("INSERT INTO t VALUES (1, NULL, 1)", "t.name is required", "t.name")]
    [InlineData("INSERT INTO t VALUES (9, 'x', 1)", "t.id is taken", "t.id")]
    [InlineData("INSERT INTO t VALUES (1, 'x', -1)", "refuses the value", null)]
    [InlineData("INSERT INTO t VALUES (1, 'x', 'word')", "wrong type", null)]
    [InlineData("INSERT INTO child VALUES (77)", "link is broken", null)]
    public void A_broken_rule_is_told_in_plain_words(string sql, string words, string? column)
    {
        connection.Execute("PRAGMA foreign_keys = ON");
        connection.Execute("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, size INTEGER CHECK (size > 0)) STRICT");
        connection.Execute("CREATE TABLE child (parent INTEGER REFERENCES t (id))");
        connection.Execute("INSERT INTO t VALUES (9, 'taken', 1)");
        HiveConstraintException error = Assert.Throws<HiveConstraintException>(() => connection.Prepare(sql).Run());
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was written", error.Message, StringComparison.Ordinal);
        Assert.Equal(column is null ? [] : [column], error.Columns);
        Assert.NotEqual(0, error.SqliteCode);
    }

    [Fact]
    public void Wrong_sql_is_told_with_its_text()
    {
        HiveStorageException error = Assert.Throws<HiveStorageException>(() => connection.Prepare("SELECT nothing_like_this"));
        Assert.Contains("nothing_like_this", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT 1; SELECT 2")]
    [InlineData("")]
    [InlineData("-- only a comment")]
    public void Only_one_statement_can_be_prepared(string sql)
        => Assert.Throws<ArgumentException>(() => connection.Prepare(sql));

    [Fact]
    public void The_cache_of_texts_is_bounded_and_keeps_what_is_used()
    {
        Statement kept = connection.Prepare("SELECT 'kept'");
        for (int i = 0; i < StatementCache.Capacity * 2; i++)
        {
            Assert.Equal(i, connection.Read($"SELECT {i}").Int64);
            Assert.Same(kept, connection.Prepare("SELECT 'kept'"));
        }

        Assert.Equal(StatementCache.Capacity, connection.CachedTexts);
    }

    [Fact]
    public void A_statement_that_fell_out_of_the_cache_says_so()
    {
        Statement old = connection.Prepare("SELECT 'old'");
        for (int i = 0; i < StatementCache.Capacity; i++)
        {
            connection.Prepare($"SELECT {i}");
        }

        Assert.Throws<ObjectDisposedException>(() => old.Step());
    }

    [Fact]
    public void Finding_a_cached_text_allocates_nothing()
        => Assert.Equal(0, Allocation.Of(() => connection.Prepare("SELECT 1")));

    [Fact]
    public void A_closed_connection_says_so()
    {
        connection.Dispose();
        Assert.Throws<ObjectDisposedException>(() => connection.Execute("SELECT 1"));
        Assert.Throws<ObjectDisposedException>(() => connection.Prepare("SELECT 1"));
        connection.Dispose();
    }

    public void Dispose() => connection.Dispose();

    private SqlValue Echo(Action<Statement> bind)
    {
        Statement statement = connection.Prepare("SELECT ?1");
        bind(statement);
        Assert.True(statement.Step());
        SqlValue value = statement.Value(0);
        Assert.False(statement.Step());
        return value;
    }
}
