using HiveGen;

namespace BlogV2;

/// <summary>The Blog's account a version later: the name has another name, and there is a balance.</summary>
[HiveModel(Sync = "users")]
public sealed partial class Account
{
    [Unique] public required string Email { get; set; }

    [RenamedFrom("Name")] public string? DisplayName { get; set; }

    [Unique] public string? Handle { get; set; }

    public bool EmailVerified { get; set; }

    public string SubscriptionPlan { get; set; } = "free";

    public string SubscriptionStatus { get; set; } = "none";

    [Scale(2)] public decimal Balance { get; set; } = 12.5m;

    [LocalOnly] public string? PasswordHash { get; set; }

    [CreatedAt] public DateTimeOffset CreatedAt { get; set; }

    [UpdatedAt] public DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>New: posts may belong together.</summary>
[HiveModel(Sync = "series")]
public sealed partial class Series
{
    [Unique] public required string Title { get; set; }
}

/// <summary>The Blog's post under another name, with another name for its title.</summary>
[HiveModel(Sync = "posts"), RenamedFrom("Post")]
[Index(nameof(Account), nameof(CreatedAt))]
public sealed partial class Article
{
    [Link(OnDelete = LinkAction.Cascade)] public required Link<Account> Account { get; set; }

    [Link(OnDelete = LinkAction.SetNull)] public Link<Series>? Series { get; set; }

    [RenamedFrom("Title")] public required string Headline { get; set; }

    public string Content { get; set; } = "";

    public bool Published { get; set; }

    public int Words { get; set; }

    [CreatedAt] public DateTimeOffset CreatedAt { get; set; }

    [UpdatedAt] public DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>The Blog's comment, which now stays when its author goes: the table is rebuilt.</summary>
[HiveModel(Sync = "comments")]
public sealed partial class Comment
{
    [Link(OnDelete = LinkAction.Cascade), RenamedFrom("Post")] public required Link<Article> Article { get; set; }

    [Link(OnDelete = LinkAction.SetNull)] public Link<Account>? Account { get; set; }

    public required string Text { get; set; }

    [CreatedAt] public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>As it was.</summary>
[HiveModel]
public sealed partial class Profile
{
    [Unique, Link(OnDelete = LinkAction.Cascade)] public required Link<Account> Account { get; set; }

    public string Bio { get; set; } = "";

    public string? Avatar { get; set; }
}
