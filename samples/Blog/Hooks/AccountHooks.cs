using Blog.Models;
using HiveGen;

namespace Blog.Hooks;

/// <summary>What every account goes through, whoever writes it. Nothing here waits for anything outside.</summary>
[HiveHooks]
public sealed partial class AccountHooks(ILogger<AccountHooks> logger) : Account.Hooks
{
    public override ValueTask BeforeAdd(AccountBeforeAdd e)
    {
        foreach (Account account in e.Records)
        {
            account.Email = Handles.Normalise(account.Email);
            account.Handle = Handles.Normalise(account.Handle);
            if (Handles.Problem(account.Handle) is { } problem)
            {
                e.Cancel(problem);
            }
        }

        return default;
    }

    public override ValueTask AfterAdd(AccountAfterAdd e)
    {
        // The same transaction: there is no account without a profile, not even for a moment.
        foreach (Account account in e.Records)
        {
            e.Batch.Add(new Profile { Account = account.Id });
        }

        return default;
    }

    public override ValueTask FollowingAdd(AccountFollowingAdd e)
    {
        if (!e.MultipleRecords)
        {
            LogSignedUp(e.Records[0].Id);
        }

        return default;
    }

    public override ValueTask BeforeSet(AccountBeforeSet e)
    {
        if (e.Changes.Email is { IsSet: true, IsExpression: false } email)
        {
            e.Changes.Email = Handles.Normalise(email.Value);
        }

        if (e.Changes.Handle is { IsSet: true, IsExpression: false } handle)
        {
            string? value = Handles.Normalise(handle.Value);
            e.Changes.Handle = value;
            if (Handles.Problem(value) is { } problem)
            {
                e.Cancel(problem);
            }
        }

        return default;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Account} signed up.")]
    private partial void LogSignedUp(string account);
}
