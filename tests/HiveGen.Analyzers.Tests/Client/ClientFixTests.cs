namespace HiveGen.Analyzers.Tests.Client;

public sealed class ClientFixTests
{
    [Fact]
    public Task A_write_is_awaited_where_that_is_possible() => Fixes.ExpectAsync(
        "HIVE0304",
        """
        namespace Tests.App;
        [HiveModel] public sealed partial class Post { }
        public static class Use
        {
            public static async Task Run(Hive hive)
            {
                // Adds.
                hive.Posts.AddAsync(new Post()); // one
                hive.Posts.RemoveAsync("a").ConfigureAwait(false);
                await hive.BatchAsync(b => { });
            }
        }
        """,
        """
        namespace Tests.App;
        [HiveModel] public sealed partial class Post { }
        public static class Use
        {
            public static async Task Run(Hive hive)
            {
                // Adds.
                await hive.Posts.AddAsync(new Post()); // one
                await hive.Posts.RemoveAsync("a").ConfigureAwait(false);
                await hive.BatchAsync(b => { });
            }
        }
        """);

    [Theory]
    [InlineData("public static void Run(Hive hive) { hive.Posts.AddAsync(new Post()); }")]
    [InlineData("public static async Task Run(Hive hive) { await Task.Yield(); Action a = () => { hive.Posts.AddAsync(new Post()); }; a(); }")]
    [InlineData("public static async Task Run(Hive? hive) { await Task.Yield(); hive?.Posts.AddAsync(new Post()); }")]
    public async Task Where_nothing_can_be_awaited_no_fix_is_offered(string method)
        => Assert.Null(await Fixes.FixFirstAsync("HIVE0304", $"namespace Tests.App; [HiveModel] public sealed partial class Post {{ }} public static class Use {{ {method} }}"));
}
