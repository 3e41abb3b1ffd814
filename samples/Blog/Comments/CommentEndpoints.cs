using Blog.Errors;
using Blog.Models;
using Blog.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Blog.Comments;

/// <summary>Say something below a post.</summary>
internal static class CommentEndpoints
{
    public static void MapComments(this IEndpointRouteBuilder app) => app.MapPost("/posts/{id}/comments", AddAsync)
        .WithTags("Comments")
        .ProducesValidationProblem()
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Created<Comment>, ProblemHttpResult>> AddAsync(
        string id, NewComment body, HttpRequest request, Hive hive, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (SignedIn.Of(request, hive, clock) is not { } session)
        {
            return Problems.Unauthorized("Log in and send the token as 'Authorization: Bearer …'.");
        }

        if (string.IsNullOrWhiteSpace(body.Text))
        {
            return Problems.Field("text", "is required.");
        }

        if (hive.Posts.Get(id) is null)
        {
            return Problems.NotFound($"There is no post '{id}'.");
        }

        Comment comment = await hive.Comments.AddAsync(new Comment { Post = id, Account = session.Account, Text = body.Text }, cancellationToken);
        return TypedResults.Created((string?)null, comment);
    }
}
