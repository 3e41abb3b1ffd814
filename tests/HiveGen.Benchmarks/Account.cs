namespace HiveGen.Benchmarks;

/// <summary>The record that every contestant stores and reads: one class for all, so that nobody wins by a smaller object.</summary>
[HiveModel(Sync = "users")]
public sealed partial class Account
{
    [Unique] public required string Email { get; set; }

    public string? Name { get; set; }

    [Unique] public string? Handle { get; set; }

    public bool EmailVerified { get; set; }

    public string Plan { get; set; } = "free";

    public string Status { get; set; } = "none";

    public long CreatedAt { get; set; }

    public long UpdatedAt { get; set; }
}
