namespace Notes;

internal static class WelcomeMail
{
    public static Task SendAsync(IServiceProvider services, string authorId, CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<Hive>().Authors.Get(authorId) is { } author)
        {
            services.GetRequiredService<ILogger<Author>>().LogInformation("A mail to {Email}", author.Email);
        }

        return Task.CompletedTask;
    }
}
