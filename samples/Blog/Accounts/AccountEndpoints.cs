using Blog.Errors;
using Blog.Models;
using Blog.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Blog.Accounts;

/// <summary>
/// Sign up, read, change, delete. A real app would ask for the owner's token before a change; the sample leaves that out, so that
/// one command line shows the way of a change to the replica.
/// </summary>
internal static class AccountEndpoints
{
    private const int ShortestPassword = 8;

    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder group = app.MapGroup("/accounts").WithTags("Accounts");
        group.MapPost("", AddAsync).ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict);
        group.MapGet("{id}", Get).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPatch("{id}", ChangeAsync).ProducesValidationProblem().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapDelete("{id}", RemoveAsync).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Created<Account>, ProblemHttpResult>> AddAsync(SignUp body, Hive hive, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(body.Email))
        {
            return Problems.Field("email", "is required.");
        }

        if (body.Password is not { Length: >= ShortestPassword })
        {
            return Problems.Field("password", $"needs {ShortestPassword} characters or more.");
        }

        Account account = await hive.Accounts.AddAsync(
            new Account { Email = body.Email, Name = body.Name, Handle = body.Handle, PasswordHash = Passwords.Hash(body.Password) },
            cancellationToken);
        return TypedResults.Created($"/accounts/{account.Id}", account);
    }

    private static Results<Ok<Account>, ProblemHttpResult> Get(string id, Hive hive) =>
        hive.Accounts.Get(id) is { } account ? TypedResults.Ok(account) : NotFound(id);

    private static async Task<Results<Ok<Account>, ProblemHttpResult>> ChangeAsync(string id, AccountPatch body, Hive hive, CancellationToken cancellationToken)
    {
        if (body.HasEmail && string.IsNullOrWhiteSpace(body.Email))
        {
            return Problems.Field("email", "is required.");
        }

        Account.Changes changes = new();
        if (body.HasEmail)
        {
            changes.Email = body.Email!;
        }

        if (body.HasName)
        {
            changes.Name = body.Name;
        }

        if (body.HasHandle)
        {
            changes.Handle = body.Handle;
        }

        Account? account = await hive.Accounts.SetAsync(id, changes, cancellationToken);
        return account is not null ? TypedResults.Ok(account) : NotFound(id);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(string id, Hive hive, CancellationToken cancellationToken) =>
        await hive.Accounts.RemoveAsync(id, cancellationToken) ? TypedResults.NoContent() : NotFound(id);

    private static ProblemHttpResult NotFound(string id) => Problems.NotFound($"There is no account '{id}'.");
}
