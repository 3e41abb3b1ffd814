namespace Blog.Comments;

/// <summary>The body of <c>POST /posts/{id}/comments</c>.</summary>
public sealed record NewComment(string? Text);
