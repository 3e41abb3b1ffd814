namespace HiveGen.Tests;

/// <summary>The Blog's filled database through three versions of its models, with a target that follows.</summary>
public sealed class BlogVersionsTests : IDisposable
{
    private const int Accounts = 30;

    private readonly BlogFile blog = new();

    [Fact]
    public async Task A_filled_Blog_goes_through_three_versions_and_its_target_follows()
    {
        await blog.FillAsync(Accounts);
        List<string> log = Log();
        List<string> people = blog.Read("SELECT id, email, name, handle, subscription_plan, password_hash, created_at, updated_at FROM accounts ORDER BY id");
        List<string> posts = blog.Read("SELECT id, account, title, content, published, created_at, updated_at FROM posts ORDER BY id");
        List<string> comments = blog.Read("SELECT id, post, account, text, created_at FROM comments ORDER BY id");
        List<string> profiles = blog.Read("SELECT id, account FROM profiles ORDER BY id");
        Assert.Equal((Accounts, Accounts * 2 - 1, Accounts), (people.Count, posts.Count, profiles.Count));
        string removed = Assert.Single(blog.ReadReplica("SELECT id FROM posts WHERE id NOT IN (" + string.Join(", ", posts.Select(static row => $"'{row.Split('|')[0]}'")) + ")"));

        await using (BlogV2.Hive second = BlogV2.Hive.Open(blog.Options()))
        {
            Assert.Equal(log, Log());
            Assert.Equal(people, blog.Read("SELECT id, email, display_name, handle, subscription_plan, password_hash, created_at, updated_at FROM accounts ORDER BY id"));
            Assert.Equal(posts, blog.Read("SELECT id, account, headline, content, published, created_at, updated_at FROM articles ORDER BY id"));
            Assert.Equal(comments, blog.Read("SELECT id, article, account, text, created_at FROM comments ORDER BY id"));
            Assert.Equal("1", Assert.Single(blog.Read("SELECT count(*) FROM sessions")));
            await BlogFile.FollowAsync(second);
            Assert.Equal(Of(posts, 0, 2), blog.ReadReplica("SELECT id, headline FROM posts_live ORDER BY id"));
            Assert.Equal("1", Assert.Single(blog.ReadReplica($"SELECT _deleted FROM posts WHERE id = '{removed}'")));
            Assert.Equal(Of(people, 0, 2), blog.ReadReplica("SELECT id, display_name FROM users_live ORDER BY id"));

            // What waits for the third version: an account goes, and its comments stay.
            await second.Series.AddAsync(new BlogV2.Series { Title = "All about waiting" });
            await second.Accounts.SetAsync(second.Accounts.OrderBy(static a => a.Id).First().Id, new() { Balance = 7.25m });
            await second.Accounts.RemoveAsync(second.Accounts.OrderByDescending(static a => a.Id).First().Id);
        }

        log = Log();
        people = blog.Read("SELECT id, email, display_name, subscription_plan, password_hash FROM accounts ORDER BY id");
        comments = blog.Read("SELECT * FROM comments ORDER BY id");
        HiveMigrationException refused = Assert.Throws<HiveMigrationException>(() => BlogV3.Hive.Open(blog.Options()));
        Assert.Equal(["drop-column:accounts.handle", "drop-column:articles.words"], refused.Plan.Refusals.Select(static risk => risk.Allow).Order());
        await using (BlogV3.Hive third = BlogV3.Hive.Open(blog.Options("drop-column:accounts.handle", "drop-column:articles.words", "drop-table:sessions")))
        {
            Assert.Equal(log, Log());
            Assert.Equal(people, blog.Read("SELECT id, email, display_name, subscription_plan, password_hash FROM accounts ORDER BY id"));
            Assert.Equal(comments, blog.Read("SELECT * FROM comments ORDER BY id"));
            Assert.Equal(["72500", "125000"], blog.Read("SELECT DISTINCT balance FROM accounts ORDER BY 1"));
            Assert.Equal(BlogV3.Plan.pro.ToString(), third.Accounts.Where(static a => a.SubscriptionPlan == BlogV3.Plan.pro).First().SubscriptionPlan.ToString());
            await BlogFile.FollowAsync(third);
            Assert.Equal(Of(people, 0, 2), blog.ReadReplica("SELECT id, display_name FROM users_live ORDER BY id"));
            // No column is new here: only that their values are other ones has them sent again.
            Assert.Equal(["72500", "125000"], blog.ReadReplica("SELECT DISTINCT balance FROM users_live ORDER BY 1"));
            Assert.Equal((Accounts - 1).ToString(null, null), Assert.Single(blog.ReadReplica("SELECT count(*) FROM profiles_live")));
            Assert.Equal(comments.Count.ToString(null, null), Assert.Single(blog.ReadReplica("SELECT count(*) FROM comments_live")));
            Assert.Equal(["All about waiting"], blog.ReadReplica("SELECT title FROM series_live"));
        }

        Assert.Empty(blog.Read("SELECT name FROM sqlite_schema WHERE tbl_name = 'sessions'"));
    }

    [Fact]
    public async Task A_version_may_be_skipped()
    {
        await blog.FillAsync(3);
        List<string> names = blog.Read("SELECT id, name FROM accounts ORDER BY id");
        await using BlogV3.Hive third = BlogV3.Hive.Open(blog.Options("drop-column:accounts.handle"));
        Assert.Equal(names, blog.Read("SELECT id, display_name FROM accounts ORDER BY id"));
        await BlogFile.FollowAsync(third);
    }

    public void Dispose() => blog.Dispose();

    private List<string> Log() => blog.Read("SELECT * FROM _hive_change ORDER BY seq");

    private static IEnumerable<string> Of(IEnumerable<string> rows, params int[] columns) => rows.Select(row => string.Join('|', columns.Select(column => row.Split('|')[column])));
}
