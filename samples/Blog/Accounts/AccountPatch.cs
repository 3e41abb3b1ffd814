namespace Blog.Accounts;

/// <summary>The body of <c>PATCH /accounts/{id}</c>: what is left out stays as it is; null is a value.</summary>
public sealed class AccountPatch
{
    public string? Email { get; set => (field, HasEmail) = (value, true); }

    public string? Name { get; set => (field, HasName) = (value, true); }

    public string? Handle { get; set => (field, HasHandle) = (value, true); }

    internal bool HasEmail { get; private set; }

    internal bool HasName { get; private set; }

    internal bool HasHandle { get; private set; }
}
