namespace EdgeNode;

/// <summary>The body of <c>POST /accounts</c>.</summary>
public sealed record NewAccount(string? Email, string? Name);
