using HiveGen;

namespace Golden;

// Compiles only if the surface feels as the design wants it.
internal static class Usage
{
    public static Filter<Post> Mine(Post.Columns p, Account a) => p.Author == a.Id & p.State == PostState.Published & !(p.Views > 3 | p.Price == null) & p.Title.StartsWith("a");

    public static Post.Changes Change(Post.Columns p) => new() { Title = "x", Views = p.Views + 1, Price = null, Note = null, State = PostState.Draft, Author = "acc_1" };

    public static async Task Client(Hive hive, Post read)
    {
        Post added = await hive.Posts.AddAsync(new Post { Author = "acc_1", Title = "x" });
        IReadOnlyList<Post> many = await hive.Posts.AddAsync([added, read]);
        Post? set = await hive.Posts.SetAsync(added.Id, new() { Title = "y" });
        set = await hive.Posts.SetAsync(added.Id, p => new() { Views = p.Views + 1 });
        set = await hive.Posts.SetIfUnchangedAsync(many[0], new() { Title = "z" });
        int count = await hive.Posts.Where(p => p.Author == "acc_1").SetAsync(p => new() { Views = p.Views + 1 });
        count += await hive.Posts.All().SetAsync(new() { Note = null });
        count += await hive.Posts.All().RemoveAsync();
        bool removed = await hive.Posts.RemoveAsync(added.Id);
        List<Post> top = hive.Posts.Where(p => p.State == PostState.Published).OrderByDescending(p => p.CreatedAt).Take(20).ToList();
        Page<Post> page = hive.Posts.OrderBy(p => p.Views).ThenBy(p => p.Title).Page(20);
        page = hive.Posts.All().Page(20, after: page.Next);
        foreach (Included<Post, Account> included in hive.Posts.Where(p => p.Views > 3).Take(10).Include(p => p.Author).ToList())
        {
            top.Add(included.Record);
        }

        Added<Post> post = await hive.BatchAsync(b =>
        {
            b.Remove<Post>("pos_1");
            b.Set("pos_2", new Post.Changes { Title = "x", Views = hive.Posts.Columns.Views + 1 });
            return b.Add(added);
        });
        await hive.BatchAsync(b => b.Remove(hive.Posts.Columns.Views < count));
        top.Add(removed ? post.Record : set);
    }
}
