using System.Net;
using System.Text.Json;
using HiveGen.Blog.Tests.Support;
using Microsoft.Playwright;
using Xunit;

namespace HiveGen.Blog.Tests;

public sealed class SwaggerTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private BlogServer server = null!;

    public async Task InitializeAsync() => server = await BlogServer.StartAsync(folder);

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task The_root_leads_to_Swagger_UI()
    {
        using HttpResponseMessage response = await server.Client.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("/swagger", response.RequestMessage?.RequestUri?.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("swagger-ui", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_describes_the_app_and_the_router()
    {
        using HttpResponseMessage response = await server.Client.GetAsync("/openapi/v1.json");

        JsonElement paths = (await response.ReadAsync(HttpStatusCode.OK)).GetProperty("paths");
        Assert.Superset(
            new HashSet<string> { "/accounts", "/accounts/{id}", "/sessions", "/posts", "/posts/{id}/comments", "/sync", "/sync/batch" },
            paths.EnumerateObject().Select(static p => p.Name).ToHashSet());
    }

    [BrowserFact]
    public async Task Try_it_out_works_with_the_secret_in_a_real_browser()
    {
        await using Browser browser = await Browser.StartAsync();
        IPage page = await browser.OpenAsync(server.Url + "/swagger");

        await page.Locator("button.authorize").First.ClickAsync();
        await page.Locator(".auth-container input").First.FillAsync(BlogServer.Secret);
        await page.Locator(".auth-btn-wrapper button.authorize").First.ClickAsync();
        await page.Locator(".auth-btn-wrapper button.btn-done").First.ClickAsync();
        ILocator sync = page.Locator(".opblock").Filter(new() { Has = page.Locator("[data-path='/sync']") });
        await sync.Locator(".opblock-summary").ClickAsync();
        await sync.Locator("textarea").FillAsync("""{"model":"users","operation":"create","data":{"email":"browser@example.com"},"recordId":"browser1"}""");
        await sync.Locator("button.execute").ClickAsync();

        await Assertions.Expect(sync.Locator(".live-responses-table tbody .response-col_status").First).ToContainTextAsync("200");
        Assert.Equal("browser@example.com", new Replica(folder).Scalar("SELECT email FROM users_live WHERE id = 'browser1'"));
    }
}
