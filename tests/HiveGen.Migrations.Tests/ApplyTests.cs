namespace HiveGen.Tests;

/// <summary>Changes that lose nothing are made when the file is opened.</summary>
public sealed class ApplyTests : IDisposable
{
    private static readonly ModelShape Accounts = new("accounts", ModelShape.TextId, new("email", "text") { Unique = true }, new("plan", "text") { Default = "'free'" });

    private static readonly ModelShape Posts = new(
        "posts", ModelShape.NumberId, new("account", "text") { Link = "accounts", OnDelete = LinkAction.Cascade }, new("title", "text") { Index = true }, new("price", "decimal(2)"), new("note", "text") { Nullable = true });

    private readonly ShapeFile file = new(Accounts, Posts);

    public ApplyTests() => file.Write("""
        INSERT INTO accounts VALUES ('a', 'a@x', 'free'), ('b', 'b@x', 'pro');
        INSERT INTO posts VALUES (3, 'a', 'one', 150, NULL), (7, 'b', 'two', 275, 'n'), (9, 'a', 'three', 0, NULL);
        DELETE FROM posts WHERE id = 9;
        """);

    [Fact]
    public void Nothing_to_do_is_an_empty_plan_and_touches_nothing()
    {
        string before = file.One("SELECT group_concat(rowid || sql) FROM sqlite_schema");
        Assert.True(file.Plan(Accounts, Posts).IsEmpty);
        file.Open(Accounts, Posts);
        Assert.Equal(before, file.One("SELECT group_concat(rowid || sql) FROM sqlite_schema"));
        Assert.Empty(file.Backups);
    }

    [Fact]
    public void A_new_model_a_new_column_and_a_new_link_are_added_in_place()
    {
        ModelShape tags = new("tags", ModelShape.TextId);
        ModelShape wider = Posts.Add(new("views", "int64") { Default = "0" }).Add(new("tag", "text") { Nullable = true, Link = "tags" });
        Assert.DoesNotContain(file.Plan(Accounts, wider, tags).Steps, static step => step.Kind == MigrationStepKind.RebuildTable);
        file.Open(Accounts, wider, tags);
        Assert.Equal(["3|0|NULL", "7|0|NULL"], file.Read("SELECT id, views, tag FROM posts"));
        Assert.Empty(file.Backups);
    }

    [Fact]
    public void A_renamed_table_and_column_keep_rows_and_the_links_to_them()
    {
        ModelShape people = (Accounts with { Table = "people", Former = ["users", "accounts"] }).Rename("email", "mail");
        ModelShape articles = (Posts with { Table = "articles", Former = ["posts"] }).Change("account", static column => column with { Name = "author", Former = ["account"], Link = "people" });
        List<string> log = file.Log();
        MigrationPlan plan = file.Plan(people, articles);
        Assert.DoesNotContain(plan.Steps, static step => step.Kind == MigrationStepKind.RebuildTable);
        file.Open(people, articles);
        Assert.Equal(["a@x|one", "b@x|two"], file.Read("SELECT mail, title FROM articles JOIN people ON people.id = author ORDER BY 1"));
        Assert.Equal(log, file.Log());
        Assert.True(file.Plan(people, articles).IsEmpty);
        file.Write("DELETE FROM people WHERE id = 'a'");
        Assert.Equal(["7"], file.Read("SELECT id FROM articles"));
    }

    [Fact]
    public void A_rebuild_keeps_rows_children_indexes_triggers_log_and_the_next_id()
    {
        file.Write("CREATE INDEX own ON accounts (plan DESC); CREATE TRIGGER own_add AFTER INSERT ON accounts BEGIN SELECT 1; END; CREATE VIEW own_view AS SELECT email FROM accounts");
        List<string> log = file.Log();
        ModelShape accounts = Accounts.Change("plan", static column => column with { Nullable = true, Default = null });
        ModelShape posts = Posts.Change("note", static column => column with { Default = "'none'" });
        file.Open(accounts, posts);
        Assert.Equal(["3|a|one|150|NULL", "7|b|two|275|n"], file.Read("SELECT * FROM posts"));
        Assert.Equal(["a|a@x|free", "b|b@x|pro"], file.Read("SELECT * FROM accounts"));
        Assert.Equal(["a@x", "b@x"], file.Read("SELECT * FROM own_view"));
        Assert.Equal(log, file.Log());
        Assert.Equal(
            ["accounts_email_unique", "accounts_hive_add", "accounts_hive_remove", "accounts_hive_set", "own", "own_add", "posts_account", "posts_hive_add", "posts_hive_remove", "posts_hive_set", "posts_title"],
            file.Read("SELECT name FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND name NOT LIKE '\\_hive%' ESCAPE '\\' ORDER BY name"));
        file.Write("INSERT INTO posts (account, title, price) VALUES ('b', 'four', 1); DELETE FROM accounts WHERE id = 'a'");
        Assert.Equal(["7", "10"], file.Read("SELECT id FROM posts ORDER BY id"));
        Assert.Equal(log.Count + 3, file.Log().Count);
        Assert.Empty(file.Read("PRAGMA foreign_key_check"));
    }

    [Fact]
    public void Rows_keep_their_place_when_their_table_is_rebuilt()
    {
        file.Write("INSERT INTO accounts (rowid, id, email, plan) VALUES (50, 'z', 'z@x', 'free'), (20, 'c', 'c@x', 'free')");
        file.Open(Accounts.Change("plan", static column => column with { Nullable = true }), Posts);
        Assert.Equal(["1|a", "2|b", "20|c", "50|z"], file.Read("SELECT rowid, id FROM accounts NOT INDEXED"));
    }

    [Fact]
    public void A_backup_is_made_before_a_rebuild_and_only_the_newest_are_kept()
    {
        for (int i = 0; i < 5; i++)
        {
            int version = i;
            file.Open(Accounts.Change("plan", column => column with { Default = $"'{version}'" }), Posts);
        }

        Assert.Equal(3, file.Backups.Length);
        Assert.Equal(["'1'", "'2'", "'3'"], file.Backups.Select(static backup => Sql.ReadOne(backup, "SELECT dflt_value FROM pragma_table_info('accounts') WHERE name = 'plan'")));
        Assert.Equal("2", Sql.ReadOne(file.Backups[^1], "SELECT count(*) FROM accounts"));
    }

    [Fact]
    public void A_scale_that_grows_and_a_wider_number_lose_nothing()
    {
        file.Open(Accounts, Posts.Change("price", static column => column with { Type = "decimal(4)" }));
        Assert.Equal(["15000", "27500"], file.Read("SELECT price FROM posts"));
    }

    [Fact]
    public void What_is_required_unique_or_narrower_is_taken_when_the_rows_are_so_already()
    {
        file.Write("UPDATE posts SET note = 'x' || id, price = price * 100");
        ModelShape posts = Posts.Change("note", static column => column with { Nullable = false, Unique = true }).Change("price", static column => column with { Type = "decimal(0)" });
        file.Open(Accounts, posts);
        Assert.Equal(["x3|150", "x7|275"], file.Read("SELECT note, price FROM posts"));
    }

    [Fact]
    public void The_table_of_a_model_that_is_gone_is_kept_until_its_loss_is_allowed()
    {
        file.Open(Accounts);
        Assert.Equal("2", file.One("SELECT count(*) FROM posts"));
        Assert.Equal(["posts"], file.Plan(Accounts).Kept);
        Assert.Equal("0", file.One("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'posts'"));
        file.Open(Accounts, Posts);
        Assert.Equal("3", file.One("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'posts'"));
        file.Allowed.Add("drop-table:posts");
        file.Open(Accounts);
        Assert.Equal("0", file.One("SELECT count(*) FROM sqlite_schema WHERE tbl_name = 'posts'"));
        Assert.True(file.Plan(Accounts).IsEmpty);
    }

    public void Dispose() => file.Dispose();
}
