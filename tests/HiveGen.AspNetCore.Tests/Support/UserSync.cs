using HiveGen.Targets;

namespace HiveGen.AspNetCore.Tests;

public sealed class UserSync : SyncRecord
{
    private string? id, email, name, handle, subscriptionPlan;
    private bool? emailVerified;
    private DateTimeOffset? createdAt, updatedAt;

    public string? Id { get => id; set { id = value; Give(0); } }

    public string? Email { get => email; set { email = value; Give(1); } }

    public string? Name { get => name; set { name = value; Give(2); } }

    public string? Handle { get => handle; set { handle = value; Give(3); } }

    public bool? EmailVerified { get => emailVerified; set { emailVerified = value; Give(4); } }

    public string? SubscriptionPlan { get => subscriptionPlan; set { subscriptionPlan = value; Give(5); } }

    public DateTimeOffset? CreatedAt { get => createdAt; set { createdAt = value; Give(6); } }

    public DateTimeOffset? UpdatedAt { get => updatedAt; set { updatedAt = value; Give(7); } }
}
