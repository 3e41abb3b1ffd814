using HiveGen.Targets;

namespace HiveGen.AspNetCore.Tests;

public sealed class UserModel : HandModel<UserSync>
{
    public override string Name => "users";

    public override string ModelName => "Account";

    public override IReadOnlyList<SyncField> Fields { get; } =
    [
        new("id", "id", "Id", SyncType.Text, false, true),
        new("email", "email", "Email", SyncType.Text, false, true) { Rules = new() { Email = true } },
        new("name", "name", "Name", SyncType.Text, true, false) { Rules = new() { MaxLength = 50 } },
        new("handle", "handle", "Handle", SyncType.Text, true, false) { Rules = new() { Pattern = "[a-z]+" } },
        new("emailVerified", "email_verified", "EmailVerified", SyncType.Bool, false, false),
        new("subscriptionPlan", "subscription_plan", "SubscriptionPlan", SyncType.Text, false, false),
        new("createdAt", "created_at", "CreatedAt", SyncType.Timestamp, false, false),
        new("updatedAt", "updated_at", "UpdatedAt", SyncType.Timestamp, false, false),
    ];

    public override bool TryParseId(string recordId, out SqlValue id)
    {
        Violations violations = default;
        Check.Id(ref violations, "recordId", recordId);
        id = SqlValue.From(recordId);
        return !violations.Any;
    }

    protected override SqlValue IdOf(UserSync record) => SqlValue.From(record.Id);

    protected override void SetId(UserSync record, SqlValue id) => record.Id = id.Text;

    protected override void Merge(UserSync into, UserSync given)
    {
        into.Id = given.Given.Has(0) ? given.Id : into.Id;
        into.Email = given.Given.Has(1) ? given.Email : into.Email;
        if (given.Given.Has(2)) { into.Name = given.Name; }
        if (given.Given.Has(3)) { into.Handle = given.Handle; }
        if (given.Given.Has(4)) { into.EmailVerified = given.EmailVerified; }
        if (given.Given.Has(5)) { into.SubscriptionPlan = given.SubscriptionPlan; }
        if (given.Given.Has(6)) { into.CreatedAt = given.CreatedAt; }
        if (given.Given.Has(7)) { into.UpdatedAt = given.UpdatedAt; }
    }

    protected override void FillDefaults(UserSync record, DateTimeOffset now)
    {
        if (!record.Given.Has(4)) { record.EmailVerified = false; }
        if (!record.Given.Has(5)) { record.SubscriptionPlan = "free"; }
        if (!record.Given.Has(6)) { record.CreatedAt = now; }
        if (!record.Given.Has(7)) { record.UpdatedAt = now; }
    }

    protected override void Validate(UserSync record, bool create, ref Violations violations)
    {
        if (create || record.Given.Has(1))
        {
            Check.Required(ref violations, "email", record.Email);
            Check.Email(ref violations, "email", record.Email);
            Check.Text(ref violations, "email", record.Email, synced: true);
        }

        Check.Length(ref violations, "name", record.Name, 0, 50);
        Check.Text(ref violations, "name", record.Name, synced: true);
        Check.Pattern(ref violations, "handle", record.Handle, new System.Text.RegularExpressions.Regex("[a-z]+"));
    }
}
