using Blog.Errors;
using Blog.Models;
using Blog.Sessions;
using HiveGen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Blog.Posts;

/// <summary>Write and read posts.</summary>
internal static class PostEndpoints
{
    private const int PageSize = 20;

    public static void MapPosts(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder group = app.MapGroup("/posts").WithTags("Posts");
        group.MapPost("", AddAsync).ProducesValidationProblem().ProducesProblem(StatusCodes.Status401Unauthorized);
        group.MapGet("", List).ProducesValidationProblem();
    }

    private static async Task<Results<Created<Post>, ProblemHttpResult>> AddAsync(
        NewPost body, HttpRequest request, Hive hive, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (SignedIn.Of(request, hive, clock) is not { } session)
        {
            return Problems.Unauthorized("Log in and send the token as 'Authorization: Bearer …'.");
        }

        if (string.IsNullOrWhiteSpace(body.Title))
        {
            return Problems.Field("title", "is required.");
        }

        Post post = await hive.Posts.AddAsync(
            new Post { Account = session.Account, Title = body.Title, Content = body.Content ?? "", Published = body.Published },
            cancellationToken);
        return TypedResults.Created((string?)null, post);
    }

    private static Ok<PostPage> List(Hive hive, string? author = null, string? after = null)
    {
        var posts = hive.Posts.Where(p => p.Published);
        Page<Post> page = (author is null ? posts : posts.Where(p => p.Account == author))
            .OrderByDescending(p => p.CreatedAt)
            .Page(PageSize, after);
        return TypedResults.Ok(new PostPage(page.Items, page.Next));
    }
}
