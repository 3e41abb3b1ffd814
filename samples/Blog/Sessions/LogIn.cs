namespace Blog.Sessions;

/// <summary>The body of <c>POST /sessions</c>.</summary>
public sealed record LogIn(string? Email, string? Password);
