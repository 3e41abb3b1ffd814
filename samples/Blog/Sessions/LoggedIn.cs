namespace Blog.Sessions;

/// <summary>A login: send the token as <c>Authorization: Bearer …</c>.</summary>
public sealed record LoggedIn(string Token, string Account, DateTimeOffset ExpiresAt);
