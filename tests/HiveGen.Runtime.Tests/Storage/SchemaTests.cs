using HiveGen.Migrations;
using HiveGen.Storage;
using Xunit;

namespace HiveGen.Tests.Storage;

public sealed class SchemaTests : IDisposable
{
    private static readonly string[] Basic = ["\"id\" TEXT NOT NULL PRIMARY KEY", "\"name\" TEXT NOT NULL"];

    private readonly TestFolder folder = new();

    [Fact]
    public void An_unchanged_schema_changes_nothing()
    {
        TestModel model = new("things", Basic) { IndexList = [new("things_name", "CREATE INDEX \"things_name\" ON \"things\" (\"name\")")] };
        Open(model);
        string before = Read("SELECT group_concat(rowid || sql) FROM sqlite_schema").Text!;
        Open(model);
        Assert.Equal(before, Read("SELECT group_concat(rowid || sql) FROM sqlite_schema").Text);
    }

    [Fact]
    public void A_new_model_gets_its_table()
    {
        Open(new TestModel("things", Basic));
        Open(new TestModel("things", Basic), new TestModel("others", Basic));
        Assert.Equal(0, Read("SELECT count(*) FROM others").Int64);
    }

    [Theory]
    [InlineData("\"extra\" TEXT", null)]
    [InlineData("\"extra\" TEXT NOT NULL DEFAULT 'fr(e,e''s'", "fr(e,e's")]
    [InlineData("\"extra\" INTEGER NOT NULL DEFAULT 0 CHECK (\"extra\" IN (0, 1))", "0")]
    [InlineData("\"extra\" TEXT REFERENCES \"things\" (\"id\") ON DELETE SET NULL", null)]
    public void A_new_column_is_added_with_its_default_wherever_it_stands(string column, string? value)
    {
        Open(new TestModel("things", Basic));
        Write("INSERT INTO things (id, name) VALUES ('a', 'b')");
        TestModel wider = new("things", Basic[0], column, Basic[1]);
        Open(wider);
        Open(wider);
        Assert.Equal(value, Read("SELECT CAST(extra AS TEXT) FROM things").Text);
    }

    [Fact]
    public void A_column_can_be_added_to_a_table_that_was_widened_before()
    {
        Open(new TestModel("things", Basic));
        Open(new TestModel("things", [.. Basic, "\"b\" TEXT"]));
        Open(new TestModel("things", [.. Basic, "\"a\" TEXT", "\"b\" TEXT"]));
        Assert.Equal(4, Read("SELECT count(*) FROM pragma_table_info('things')").Int64);
    }

    [Theory]
    [InlineData("CHECK (ends_at > 0)", "no such column: ends_at")]
    [InlineData("CHECK (nonsense(name) > 0)", "no such function: nonsense")]
    [InlineData("CHECK (name >)", "syntax error")]
    public void A_check_that_SQLite_refuses_is_told_with_its_model_and_leaves_the_file_untouched(string check, string words)
    {
        HiveStorageException first = Assert.Throws<HiveStorageException>(() => Open(new TestModel("others", Basic), new TestModel("things", [.. Basic, check])));
        Assert.False(File.Exists(folder.File("test.db")));

        Open(new TestModel("others", Basic));
        byte[] before = File.ReadAllBytes(folder.File("test.db"));
        HiveStorageException second = Assert.Throws<HiveStorageException>(() => Open(new TestModel("others", Basic), new TestModel("things", [.. Basic, check])));

        foreach (HiveStorageException error in (HiveStorageException[])[first, second])
        {
            Assert.StartsWith("Model Things:", error.Message, StringComparison.Ordinal);
            Assert.Contains("Look at its [Check]: CHECK", error.Message, StringComparison.Ordinal);
            Assert.Contains(words, error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, File.ReadAllBytes(folder.File("test.db")));
    }

    [Fact]
    public void Changed_and_dropped_indexes_and_triggers_of_the_hive_follow_the_model_and_those_of_others_stay()
    {
        const string Trigger = "CREATE TRIGGER \"things_hive_add\" AFTER INSERT ON \"things\" BEGIN SELECT {0}; END";
        Open(new TestModel("things", Basic)
        {
            IndexList = [new("things_name", "CREATE INDEX \"things_name\" ON \"things\" (\"name\")"), new("things_gone", "CREATE INDEX \"things_gone\" ON \"things\" (\"id\")")],
            TriggerList = [new("things_hive_add", string.Format(null, Trigger, 1))],
        });
        Write("CREATE INDEX things_own ON things (id, name)");
        Open(new TestModel("things", Basic)
        {
            IndexList = [new("things_name", "CREATE INDEX \"things_name\" ON \"things\" (\"name\" DESC)")],
            TriggerList = [new("things_hive_add", string.Format(null, Trigger, 2))],
        });
        Assert.Contains("DESC", Read("SELECT sql FROM sqlite_schema WHERE name = 'things_name'").Text!, StringComparison.Ordinal);
        Assert.Contains("SELECT 2", Read("SELECT sql FROM sqlite_schema WHERE name = 'things_hive_add'").Text!, StringComparison.Ordinal);
        Assert.Equal("things_name,things_own", Read("SELECT group_concat(name) FROM (SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'things' AND sql IS NOT NULL ORDER BY name)").Text);
    }

    [Fact]
    public void An_index_that_somebody_dropped_comes_back()
    {
        TestModel model = new("things", Basic) { IndexList = [new("things_name", "CREATE INDEX \"things_name\" ON \"things\" (\"name\")")] };
        Open(model);
        Write("DROP INDEX things_name");
        Open(model);
        Assert.Equal(1, Read("SELECT count(*) FROM sqlite_schema WHERE name = 'things_name'").Int64);
    }

    [Fact]
    public void A_foreign_index_under_a_name_that_is_needed_is_refused()
    {
        Open(new TestModel("things", Basic));
        Write("CREATE INDEX things_name ON things (id)");
        TestModel model = new("things", Basic) { IndexList = [new("things_name", "CREATE INDEX \"things_name\" ON \"things\" (\"name\")")] };
        Assert.Contains("'things_name'", Assert.Throws<HiveStorageException>(() => Open(model)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Linked_models_come_first_and_cycles_are_allowed()
    {
        TestModel post = Linking("posts", "accounts");
        TestModel account = Linking("accounts");
        TestModel egg = Linking("eggs", "hens", "accounts");
        TestModel hen = Linking("hens", "eggs", "hens");
        IReadOnlyList<HiveModel> sorted = new HiveSchema([post, egg, hen, account], []).Models;
        Assert.Equal(["accounts", "posts", "eggs", "hens"], sorted.Select(static model => model.Table));
        Open([.. sorted.Cast<TestModel>()]);
    }

    [Fact]
    public void Statements_are_taken_apart_at_the_top_only()
    {
        TableText table = TableText.Parse("CREATE TABLE \"a,b\"(\n \"x\" TEXT DEFAULT '),(' , [y z]  INTEGER CHECK( y IN (1,2) ), UNIQUE(\"x\",y) )  STRICT");
        Assert.Equal(["x", "y z"], table.Columns.Keys);
        Assert.Equal("[y z] INTEGER CHECK(y IN(1,2))", table.Columns["y z"]);
        Assert.Equal(["UNIQUE(\"x\",y)"], table.Constraints);
        Assert.Equal("STRICT", table.Options);
    }

    public void Dispose() => folder.Dispose();

    private static TestModel Linking(string table, params string[] to) => new(table,
        [Basic[0], .. to.Select(static (other, i) => $"\"l{i}\" TEXT REFERENCES \"{other}\" (\"id\")")])
    {
        LinkList = [.. to.Select(static (other, i) => new ModelLink("l" + i, other, LinkAction.Cascade))],
    };

    private void Open(params TestModel[] models)
        => HiveEngine.Open(new HiveSchema(models, []), new HiveOptions { Path = folder.File("test.db") }).DisposeAsync().AsTask().GetAwaiter().GetResult();

    private SqlValue Read(string sql)
    {
        using HiveConnection connection = HiveConnection.OpenReadOnly(folder.File("test.db"));
        return connection.Read(sql);
    }

    private void Write(string sql)
    {
        using HiveConnection connection = HiveConnection.Open("Data Source=" + folder.File("test.db"));
        connection.Execute(sql);
    }
}
