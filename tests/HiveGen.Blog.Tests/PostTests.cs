using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HiveGen.Blog.Tests.Support;
using Xunit;

namespace HiveGen.Blog.Tests;

public sealed class PostTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private BlogServer server = null!;
    private string author = "";

    public async Task InitializeAsync()
    {
        server = await BlogServer.StartAsync(folder);
        author = await server.SignUpAsync("ada");
        await server.LogInAsync("ada");
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Pages_give_every_post_once_newest_first()
    {
        List<string> written = [];
        for (int i = 0; i < 45; i++)
        {
            written.Add(await server.PostAsync("Post " + i));
        }

        List<string> read = [];
        List<DateTimeOffset> times = [];
        string? after = null;
        do
        {
            using HttpResponseMessage response = await server.Client.GetAsync($"/posts?author={author}" + (after is null ? "" : "&after=" + Uri.EscapeDataString(after)));
            JsonElement page = await response.ReadAsync(HttpStatusCode.OK);
            read.AddRange(page.GetProperty("posts").EnumerateArray().Select(static p => p.GetProperty("id").GetString()!));
            times.AddRange(page.GetProperty("posts").EnumerateArray().Select(static p => p.GetProperty("createdAt").GetDateTimeOffset()));
            after = page.GetProperty("after").GetString();
        }
        while (after is not null);

        Assert.Equal(written.Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
        Assert.Equal(times.OrderDescending(), times);
    }

    [Fact]
    public async Task Only_the_authors_published_posts_are_listed()
    {
        string mine = await server.PostAsync("Mine");
        using HttpResponseMessage draft = await server.Client.PostAsJsonAsync("/posts", new { title = "Draft", published = false });
        await draft.ReadAsync(HttpStatusCode.Created);
        await server.SignUpAsync("bob");
        await server.LogInAsync("bob");
        await server.PostAsync("His");

        using HttpResponseMessage response = await server.Client.GetAsync("/posts?author=" + author);

        JsonElement page = await response.ReadAsync(HttpStatusCode.OK);
        Assert.Equal([mine], page.GetProperty("posts").EnumerateArray().Select(static p => p.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_made_up_cursor_is_the_callers_mistake()
    {
        using HttpResponseMessage response = await server.Client.GetAsync("/posts?after=nonsense");

        await response.AssertProblemAsync(HttpStatusCode.BadRequest, "cursor");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task A_post_needs_a_title(string title)
    {
        using HttpResponseMessage response = await server.Client.PostAsJsonAsync("/posts", new { title });

        await response.AssertProblemAsync(HttpStatusCode.BadRequest, "title");
    }

    [Fact]
    public async Task A_title_that_is_too_long_is_refused_by_name()
    {
        using HttpResponseMessage response = await server.Client.PostAsJsonAsync("/posts", new { title = new string('x', 201) });

        await response.AssertProblemAsync(HttpStatusCode.BadRequest, "title");
    }

    [Fact]
    public async Task A_comment_needs_its_post()
    {
        using HttpResponseMessage response = await server.Client.PostAsJsonAsync("/posts/pos_none/comments", new { text = "Hello" });

        await response.AssertProblemAsync(HttpStatusCode.NotFound, "pos_none");
    }
}
