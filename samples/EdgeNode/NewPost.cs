namespace EdgeNode;

/// <summary>The body of <c>POST /accounts/{id}/posts</c>.</summary>
public sealed record NewPost(string? Title, string? Content);
