namespace Blog.Posts;

/// <summary>The body of <c>POST /posts</c>.</summary>
public sealed record NewPost(string? Title, string? Content, bool Published = true);
