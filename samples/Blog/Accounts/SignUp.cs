namespace Blog.Accounts;

/// <summary>The body of <c>POST /accounts</c>.</summary>
public sealed record SignUp(string? Email, string? Name, string? Handle, string? Password);
