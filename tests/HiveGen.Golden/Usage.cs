using HiveGen;

namespace Golden;

// Compiles only if the surface feels as the design wants it.
internal static class Usage
{
    public static Filter<Post> Mine(Post.Columns p, Account a) => p.Author == a.Id & p.State == PostState.Published & !(p.Views > 3 | p.Price == null) & p.Title.StartsWith("a");

    public static Post.Changes Change(Post.Columns p) => new() { Title = "x", Views = p.Views + 1, Price = null, Note = null, State = PostState.Draft, Author = "acc_1" };
}
