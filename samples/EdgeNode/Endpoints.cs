using EdgeNode.Models;
using HiveGen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EdgeNode;

/// <summary>What is written here is durable at once and reaches the Blog's replica by itself, also if the Blog is down now.</summary>
internal static class Endpoints
{
    public static void MapEdge(this IEndpointRouteBuilder app)
    {
        app.MapPost("/accounts", AddAccountAsync);
        app.MapPost("/accounts/{id}/posts", AddPostAsync);
        app.MapDelete("/accounts/{id}", RemoveAccountAsync);
        app.MapGet("/sync/status", static (Hive hive) => hive.Sync.Status);
    }

    private static async Task<Results<Created<Account>, ValidationProblem, Conflict<string>>> AddAccountAsync(NewAccount body, Hive hive, CancellationToken cancellationToken)
    {
        try
        {
            return TypedResults.Created((string?)null, await hive.Accounts.AddAsync(new Account { Email = body.Email ?? "", Name = body.Name }, cancellationToken));
        }
        catch (HiveValidationException wrong)
        {
            return Wrong(wrong);
        }
        catch (HiveConstraintException taken)
        {
            return TypedResults.Conflict(taken.Message);
        }
    }

    private static async Task<Results<Created<Post>, ValidationProblem, NotFound>> AddPostAsync(string id, NewPost body, Hive hive, CancellationToken cancellationToken)
    {
        if (hive.Accounts.Get(id) is null)
        {
            return TypedResults.NotFound();
        }

        try
        {
            return TypedResults.Created((string?)null, await hive.Posts.AddAsync(new Post { Account = id, Title = body.Title ?? "", Content = body.Content ?? "" }, cancellationToken));
        }
        catch (HiveValidationException wrong)
        {
            return Wrong(wrong);
        }
    }

    private static async Task<Results<NoContent, NotFound>> RemoveAccountAsync(string id, Hive hive, CancellationToken cancellationToken)
        => await hive.Accounts.RemoveAsync(id, cancellationToken) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static ValidationProblem Wrong(HiveValidationException wrong)
        => TypedResults.ValidationProblem(wrong.Errors.GroupBy(static error => error.Field).ToDictionary(static group => group.Key, static group => group.Select(static error => error.Message).ToArray()));
}
