namespace HiveGen.Analyzers.Tests.Client;

public sealed class ClientRuleTests
{
    private const string Model = """
        using Microsoft.Data.Sqlite;
        namespace Tests.App;
        [HiveModel] public sealed partial class Post { public string Title { get; set; } = ""; public string? Body { get; set; } public int Views { get; set; } public int? Stars { get; set; } public bool Published { get; set; } }

        """;

    [Fact]
    public Task A_query_that_is_dropped_is_told() => ExpectEach(
        "HIVE0301",
        [
            "hive.Posts.[|Where|](p => p.Published);",
            "hive.Posts.All().[|OrderBy|](p => p.Title);",
            "hive.Posts.Where(p => p.Published).[|Take|](3);",
            "var q = hive.Posts.All(); q.[|Where|](p => p.Published); q.Count();",
            "var q = hive.Posts.Where(p => p.Published); q.ToList();",
            "hive.Posts.Where(p => p.Published).ToList();",
            "_ = hive.Posts.Where(p => p.Published);",
        ]);

    [Fact]
    public Task A_filter_without_effect_is_told() => ExpectEach(
        "HIVE0302",
        [
            "hive.Posts.Where(p => p.Title.[|IsNull|]).Count();",
            "hive.Posts.Where(p => p.Views.[|IsNotNull|] & p.Published).Count();",
            "hive.Posts.Where(p => Filter<Post>.[|All|]).Count();",
            "hive.Posts.Where(p => p.Published & Filter<Post>.[|All|]).Count();",
            "hive.Posts.Where(p => Filter<Post>.[|All|] | p.Published).Count();",
            "hive.Posts.Where(p => p.Body.IsNull & p.Stars.IsNotNull).Count();",
            "Filter<Post> all = Filter<Post>.All; all &= hive.Posts.Columns.Published;",
            "hive.Posts.Where(p => Filter<Post>.None).Count();",
        ]);

    [Fact]
    public Task To_narrow_by_everything_has_no_effect() => Findings.ExpectAsync("HIVE0302", Model + "[HiveHooks] public sealed class H : Post.Hooks { public override ValueTask BeforeSet(PostBeforeSet e) { e.Query.Narrow(Filter<Post>.[|All|]); e.Query.Narrow(Filter<Post>.None); return default; } }");

    [Fact]
    public Task A_write_of_every_record_is_a_suggestion() => ExpectEach(
        "HIVE0303",
        [
            "await hive.Posts.All().[|RemoveAsync|]();",
            "await hive.Posts.All().[|SetAsync|](new Post.Changes { Views = 0 });",
            "await hive.Posts.Where(_ => Filter<Post>.All).[|RemoveAsync|]();",
            "await hive.BatchAsync(b => { b.[|Remove|](Filter<Post>.All); });",
            "await hive.Posts.All().Where(p => p.Published).RemoveAsync();",
            "await hive.Posts.All().RemoveFirstAsync();",
            "await hive.Posts.RemoveAsync(\"a\");",
            "await hive.BatchAsync(b => { b.Remove<Post>(\"a\"); });",
            "hive.Posts.All().Count();",
        ]);

    [Fact]
    public Task A_write_that_nobody_awaits_is_told() => ExpectEach(
        "HIVE0304",
        [
            "hive.Posts.[|AddAsync|](new Post());",
            "hive.Posts.[|AddAsync|](new Post()).ConfigureAwait(false);",
            "hive.Posts.[|AddAsync|](new Post()).AsTask();",
            "hive?.Posts.[|RemoveAsync|](\"a\");",
            "hive.Posts.[|SetAsync|](\"a\", new Post.Changes { Views = 1 });",
            "hive.Posts.Where(p => p.Published).[|RemoveAsync|]();",
            "hive.Posts.Where(p => p.Published).[|SetFirstAsync|](new() { Views = 1 });",
            "hive.Posts.OrderBy(p => p.Views).[|RemoveFirstAsync|]();",
            "hive.[|BatchAsync|](b => { });",
            "hive.[|BackupAsync|](\"a\");",
            "hive.Sql.[|WriteAsync|](c => { });",
            "new List<Post>().ForEach(p => hive.Posts.[|AddAsync|](p));",
            "await hive.Posts.AddAsync(new Post());",
            "_ = hive.Posts.AddAsync(new Post());",
            "var t = hive.Posts.AddAsync(new Post()); await t;",
            "new List<Post>().Add(new Post());",
        ]);

    [Fact]
    public Task SQL_put_together_from_values_is_told() => Each(
        "HIVE0305",
        static (statements, i) => $"public static void Run{i}(SqliteCommand c, string title, int number) {{ {statements} }}",
        [
            "c.CommandText = [|$\"SELECT * FROM posts WHERE title = '{title}'\"|];",
            "c.CommandText = [|\"SELECT * FROM posts WHERE title = '\" + title + \"'\"|];",
            "c.CommandText = [|string.Format(\"SELECT {0}\", title)|];",
            "c.CommandText = [|\"SELECT \" + $\"{title}\"|];",
            "_ = new SqliteCommand([|$\"SELECT {title}\"|]);",
            "_ = new SqliteCommand { CommandText = [|$\"SELECT {number}\"|] };",
            "c.CommandText = $\"SELECT * FROM {Table}\";",
            "c.CommandText = \"SELECT * FROM \" + Table + \" LIMIT \" + 3;",
            "c.CommandText = title;",
            "c.CommandText = \"SELECT 1\";",
            "c.CommandText = $\"SELECT {nameof(Post)}\";",
            "c.CommandText = Read + $\" WHERE {Condition}\";",
            "new Other().CommandText = $\"SELECT {title}\";",
        ]);

    private static Task ExpectEach(string id, string[] cases)
        => Each(id, static (statements, i) => $"public static async Task Run{i}(Hive hive) {{ await Task.Yield(); {statements} }}", cases);

    /// <summary>Each case in a method of its own, all in one app.</summary>
    private static Task Each(string id, Func<string, int, string> wrap, string[] cases) => Findings.ExpectAsync(id, Model + $$"""
        public sealed class Other { public string CommandText { get; set; } = ""; }
        public static class Use
        {
            private const string Table = "posts";
            private static readonly string Read = "SELECT * FROM " + Table;
            private static readonly string Condition = "1";
            {{string.Join('\n', cases.Select(wrap))}}
        }
        """);
}
