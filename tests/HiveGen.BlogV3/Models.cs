using HiveGen;

namespace BlogV3;

/// <summary>What an account pays for.</summary>
public enum Plan
{
    free,
    pro,
    team,
}

/// <summary>The Blog's account two versions later: a rebuilt parent. The handle is gone, the plan is an enum, the balance has more places.</summary>
[HiveModel(Sync = "users")]
[Check("balance >= 0")]
public sealed partial class Account
{
    [Unique] public required string Email { get; set; }

    [RenamedFrom("Name")] public string? DisplayName { get; set; }

    public bool EmailVerified { get; set; }

    public Plan SubscriptionPlan { get; set; } = Plan.free;

    public string SubscriptionStatus { get; set; } = "none";

    [Scale(4)] public decimal Balance { get; set; } = 12.5m;

    [LocalOnly] public string? PasswordHash { get; set; }

    [CreatedAt] public DateTimeOffset CreatedAt { get; set; }

    [UpdatedAt] public DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>As it was.</summary>
[HiveModel(Sync = "series")]
public sealed partial class Series
{
    [Unique] public required string Title { get; set; }
}

/// <summary>Without the words, and with the content required.</summary>
[HiveModel(Sync = "posts"), RenamedFrom("Post")]
[Index(nameof(Account), nameof(CreatedAt))]
public sealed partial class Article
{
    [Link(OnDelete = LinkAction.Cascade)] public required Link<Account> Account { get; set; }

    [Link(OnDelete = LinkAction.SetNull)] public Link<Series>? Series { get; set; }

    [RenamedFrom("Title")] public required string Headline { get; set; }

    public required string Content { get; set; }

    public bool Published { get; set; }

    [CreatedAt] public DateTimeOffset CreatedAt { get; set; }

    [UpdatedAt] public DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>With an index more.</summary>
[HiveModel(Sync = "comments")]
public sealed partial class Comment
{
    [Link(OnDelete = LinkAction.Cascade), RenamedFrom("Post")] public required Link<Article> Article { get; set; }

    [Link(OnDelete = LinkAction.SetNull)] public Link<Account>? Account { get; set; }

    public required string Text { get; set; }

    [CreatedAt, Index] public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>Now leaves the Hive.</summary>
[HiveModel(Sync = "profiles")]
public sealed partial class Profile
{
    [Unique, Link(OnDelete = LinkAction.Cascade)] public required Link<Account> Account { get; set; }

    public string Bio { get; set; } = "";

    [LocalOnly] public string? Avatar { get; set; }
}
