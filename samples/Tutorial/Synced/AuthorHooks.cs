using HiveGen;

namespace Notes;

[HiveHooks]
public sealed class AuthorHooks(ILogger<AuthorHooks> logger) : Author.Hooks
{
    // snippet: before
    public override ValueTask BeforeAdd(AuthorBeforeAdd e)
    {
        foreach (Author author in e.Records)
        {
            author.Email = author.Email.Trim().ToLowerInvariant();
            if (author.Email.StartsWith("admin@", StringComparison.Ordinal))
            {
                e.Cancel("email: 'admin' is reserved.");
            }
        }

        return default;
    }
    // end

    // snippet: during
    public override ValueTask Add(AuthorAdd e)
    {
        foreach (Author author in e.Records)
        {
            author.Name ??= author.Email.Split('@')[0];
        }

        return default;
    }
    // end

    // snippet: after
    public override ValueTask AfterAdd(AuthorAfterAdd e)
    {
        foreach (Author author in e.Records)
        {
            e.Batch.Add(new Note { Author = author.Id, Title = $"Welcome, {author.Name}" });
            e.Enqueue("welcome", author.Id);
        }

        return default;
    }
    // end

    // snippet: following
    public override ValueTask FollowingAdd(AuthorFollowingAdd e)
    {
        e.WaitUntil(CountAsync(e.Records.Count, e.CancellationToken));
        return default;
    }

    private async Task CountAsync(int added, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(10), cancellationToken);       // a call of a statistics service, say
        logger.LogInformation("{Added} more", added);
    }
    // end
}
