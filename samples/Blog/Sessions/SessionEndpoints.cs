using Blog.Errors;
using Blog.Hooks;
using Blog.Models;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Blog.Sessions;

/// <summary>Log in.</summary>
internal static class SessionEndpoints
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public static void MapSessions(this IEndpointRouteBuilder app) => app.MapPost("/sessions", AddAsync)
        .WithTags("Sessions")
        .ProducesValidationProblem()
        .ProducesProblem(StatusCodes.Status401Unauthorized);

    private static async Task<Results<Created<LoggedIn>, ProblemHttpResult>> AddAsync(LogIn body, Hive hive, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(body.Email) || string.IsNullOrEmpty(body.Password))
        {
            return Problems.Field(string.IsNullOrEmpty(body.Email) ? "email" : "password", "is required.");
        }

        Account? account = hive.Accounts.GetByEmail(Handles.Normalise(body.Email));
        if (!Passwords.Verify(body.Password, account?.PasswordHash))
        {
            return Problems.Unauthorized("The email or the password is wrong.");
        }

        string token = Tokens.Make();
        Session session = await hive.Sessions.AddAsync(
            new Session { Account = account!.Id, TokenHash = Tokens.Hash(token), ExpiresAt = clock.GetUtcNow() + Lifetime },
            cancellationToken);
        return TypedResults.Created((string?)null, new LoggedIn(token, account.Id, session.ExpiresAt));
    }
}
