using Blog.Models;

namespace Blog.Posts;

/// <summary>A page of posts.</summary>
/// <param name="Posts">The posts, newest first.</param>
/// <param name="After">What to give as <c>after</c> for the next page; null at the end.</param>
public sealed record PostPage(IReadOnlyList<Post> Posts, string? After);
