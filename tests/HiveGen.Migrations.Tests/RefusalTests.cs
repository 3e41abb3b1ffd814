namespace HiveGen.Tests;

/// <summary>What would lose something is refused with the plan, until it is allowed; and what nothing can allow, always.</summary>
public sealed class RefusalTests : IDisposable
{
    private static readonly ModelShape Things = new(
        "things", ModelShape.TextId, new("name", "text"), new("size", "int64") { Nullable = true }, new("price", "decimal(2)"), new("state", "enum(Draft,Live,Old)"), new("owner", "text") { Nullable = true });

    private readonly ShapeFile file = new(Things);

    public RefusalTests() => file.Write("""
        INSERT INTO things VALUES ('a', 'same', 1, 150, 'Draft', 'b'), ('b', 'same', 5000000000, 155, 'Old', NULL), ('c', 'other', NULL, 100, 'Live', 'nobody')
        """);

    public static TheoryData<string, string, string?, long> Losses => new()
    {
        { "drop", "the column \"size\" is dropped", "drop-column:things.size", 2 },
        { "narrow", "becomes int32 instead of int64", "change:things.size", 1 },
        { "scale", "becomes decimal(1) instead of decimal(2)", "change:things.price", 1 },
        { "enum", "becomes enum(Draft,Live) instead of", null, 1 },
        { "enum with a default", "becomes enum(Draft,Live) instead of", "change:things.state", 1 },
        { "required", "the column \"size\" becomes required", null, 1 },
        { "required with a default", "the column \"size\" becomes required", "change:things.size", 1 },
        { "new and required", "the column \"extra\" is new and required", null, 3 },
        { "unique", "\"name\" becomes unique", null, 2 },
        { "check", "the [Check] (\"price\" > 120) is new", null, 1 },
        { "link", "becomes a link to \"things\"", "change:things.owner", 1 },
        { "another kind", "becomes timestamp instead of int64", "change:things.size", 2 },
    };

    [Theory]
    [MemberData(nameof(Losses))]
    public void A_loss_is_told_with_its_rows_and_leaves_the_file_untouched(string change, string what, string? allow, long rows)
    {
        ModelShape changed = Changed(change);
        byte[] before = File.ReadAllBytes(file.Path);
        HiveMigrationException error = file.Refused(changed, new ModelShape("others", ModelShape.TextId));
        MigrationRisk risk = Assert.Single(error.Plan.Refusals);
        Assert.Contains(what, risk.Change, StringComparison.Ordinal);
        Assert.Equal(allow, risk.Allow);
        Assert.Equal(rows, risk.Rows);
        Assert.Contains(risk.ToString(), error.Message, StringComparison.Ordinal);
        Assert.Contains("CREATE TABLE \"others\"", error.Message, StringComparison.Ordinal);
        Assert.Contains(allow is null ? risk.Advice : "--allow " + allow, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(file.Path));
        Assert.Empty(file.Backups);
    }

    [Theory]
    [InlineData("drop", "SELECT group_concat(name) FROM pragma_table_info('things')", "id,name,price,state,owner")]
    [InlineData("narrow", "SELECT group_concat(coalesce(size, 'null')) FROM things", "1,null,null")]
    [InlineData("scale", "SELECT group_concat(price) FROM things", "15,16,10")]
    [InlineData("enum with a default", "SELECT group_concat(state) FROM things", "Draft,Live,Live")]
    [InlineData("required with a default", "SELECT group_concat(size) FROM things", "1,5000000000,42")]
    [InlineData("link", "SELECT group_concat(coalesce(owner, 'null')) FROM things NOT INDEXED", "b,null,null")]
    [InlineData("another kind", "SELECT count(size) FROM things", "0")]
    public void What_is_allowed_is_done_and_nothing_else(string change, string sql, string expected)
    {
        ModelShape changed = Changed(change);
        List<string> log = file.Log();
        file.Allowed.Add(file.Refused(changed).Plan.Refusals[0].Allow!);
        file.Open(changed);
        Assert.Equal(expected, file.One(sql));
        Assert.Equal(["a|same", "b|same", "c|other"], file.Read("SELECT id, name FROM things"));
        Assert.Equal(log, file.Log());
        Assert.Single(file.Backups);
        Assert.True(file.Plan(changed).IsEmpty);
    }

    [Theory]
    [InlineData("state", "enum(Draft,Live,Old)", "enum(Draft,Live)", "'Live'", "Live|2")]
    [InlineData("owner", "text", "text", "'b'", "b|2")]
    [InlineData("price", "decimal(2)", "decimal(1)", null, "16|2")]
    public void Values_that_would_clash_in_a_unique_key_are_refused_although_their_change_is_allowed(string column, string before, string after, string? value, string clash)
    {
        file.Write("UPDATE things SET price = 160 WHERE id = 'c'");
        ModelShape unique = Things.Change(column, old => old with { Type = before, Unique = true, Default = old.Nullable ? null : value });
        file.Open(unique);
        ModelShape changed = unique.Change(column, old => old with { Type = after, Nullable = false, Default = value });
        file.Allowed.Add("change:things." + column);

        MigrationRisk risk = Assert.Single(file.Refused(changed).Plan.Refusals);

        Assert.Equal(($"\"{column}\" stays unique", 2L, null), (risk.Change, risk.Rows, risk.Allow));
        Assert.Equal([clash], file.Read(risk.Advice[(risk.Advice.IndexOf(": ", StringComparison.Ordinal) + 2)..]));
        file.Write("DELETE FROM things WHERE id <> 'b'");
        file.Open(changed);
        Assert.Equal("1", file.One($"SELECT count(*) FROM sqlite_schema WHERE name = 'things_{column}_unique'"));
    }

    [Fact]
    public void A_default_that_rows_without_a_value_would_get_must_pass_the_check()
    {
        ModelShape small = Things with { Checks = ["\"size\" <> 7"] };
        file.Open(small);
        file.Allowed.Add("change:things.size");

        MigrationRisk risk = Assert.Single(file.Refused(small.Change("size", static column => column with { Nullable = false, Default = "7" })).Plan.Refusals);

        Assert.Equal((1L, null), (risk.Rows, risk.Allow));
        Assert.Contains("[Check]", risk.Change, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_table_has_nothing_to_lose()
    {
        file.Write("DELETE FROM things");
        foreach (string change in (string[])["drop", "enum", "required", "new and required", "unique", "check", "link", "another kind"])
        {
            using ShapeFile empty = new(Things);
            empty.Open(Changed(change));
        }
    }

    [Fact]
    public void A_kept_table_that_links_to_a_dropped_one_has_to_go_with_it()
    {
        ModelShape parts = new("parts", ModelShape.TextId, new("thing", "text") { Link = "things" });
        file.Open(Things, parts);
        file.Write("INSERT INTO parts VALUES ('p', 'a')");
        file.Allowed.Add("drop-table:things");
        Assert.Contains("drop-table:parts", Assert.Single(file.Refused().Plan.Refusals).Advice, StringComparison.Ordinal);
        file.Allowed.Add("drop-table:parts");
        file.Open();
        Assert.Equal("0", file.One("SELECT count(*) FROM sqlite_schema WHERE tbl_name IN ('things', 'parts')"));
    }

    [Theory]
    [InlineData("drop:things.size")]
    [InlineData("drop-table:a.b")]
    [InlineData("change:things")]
    [InlineData("*")]
    public void An_allowance_that_allows_nothing_is_an_error(string text)
    {
        file.Allowed.Add(text);
        Assert.Contains($"'{text}'", Assert.Throws<HiveException>(() => file.Open(Things)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_that_lead_to_nothing_are_found_before_the_commit()
    {
        ModelShape parts = new("parts", ModelShape.TextId, new("thing", "text") { Link = "things" });
        file.Open(Things, parts);
        Sql.Execute(file.Path, "PRAGMA foreign_keys = OFF; INSERT INTO parts VALUES ('p', 'gone')");
        HiveStorageException error = Assert.Throws<HiveStorageException>(() => file.Open(Things.Change("name", static column => column with { Nullable = true }), parts));
        Assert.Contains("1 rows of \"parts\"", error.Message, StringComparison.Ordinal);
        Assert.Equal("1", file.One("SELECT \"notnull\" FROM pragma_table_info('things') WHERE name = 'name'"));
    }

    public void Dispose() => file.Dispose();

    private static ModelShape Changed(string change) => change switch
    {
        "drop" => Things.Drop("size"),
        "narrow" => Things.Change("size", static column => column with { Type = "int32" }),
        "scale" => Things.Change("price", static column => column with { Type = "decimal(1)" }),
        "enum" => Things.Change("state", static column => column with { Type = "enum(Draft,Live)" }),
        "enum with a default" => Things.Change("state", static column => column with { Type = "enum(Draft,Live)", Default = "'Live'" }),
        "required" => Things.Change("size", static column => column with { Nullable = false }),
        "required with a default" => Things.Change("size", static column => column with { Nullable = false, Default = "42" }),
        "new and required" => Things.Add(new("extra", "text")),
        "unique" => Things.Change("name", static column => column with { Unique = true }),
        "check" => Things with { Checks = ["\"price\" > 120"] },
        "link" => Things.Change("owner", static column => column with { Link = "things" }),
        "another kind" => Things.Change("size", static column => column with { Type = "timestamp" }),
        _ => throw new ArgumentException(change),
    };
}
