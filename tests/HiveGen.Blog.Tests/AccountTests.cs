using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HiveGen.Blog.Tests.Support;
using Xunit;

namespace HiveGen.Blog.Tests;

public sealed class AccountTests : IAsyncLifetime
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
    public async Task Signing_up_gives_the_account_and_no_secret()
    {
        using HttpResponseMessage response = await server.Client.PostAsJsonAsync("/accounts", Api.SignUp("Ada"));

        JsonElement account = await response.ReadAsync(HttpStatusCode.Created);
        string id = account.GetProperty("id").GetString()!;
        Assert.Matches("^acc_[0-9a-f]{16}$", id);
        Assert.Equal("/accounts/" + id, response.Headers.Location?.OriginalString);
        Assert.Equal("ada@example.com", account.GetProperty("email").GetString());
        Assert.Equal("ada", account.GetProperty("handle").GetString());
        Assert.Equal("none", account.GetProperty("subscriptionStatus").GetString());
        Assert.DoesNotContain("password", account.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_account_is_never_without_its_profile()
    {
        string id = await server.SignUpAsync("ada");

        Assert.NotNull(server.Service<Hive>().Profiles.GetByAccount(id));
    }

    [Theory]
    [InlineData("""{"name":"x","password":"12345678"}""", "email")]
    [InlineData("""{"email":"no address","password":"12345678"}""", "email")]
    [InlineData("""{"email":"a@example.com"}""", "password")]
    [InlineData("""{"email":"a@example.com","password":"short"}""", "password")]
    [InlineData("""{"email":"a@example.com","password":"12345678","handle":"a b"}""", "handle")]
    [InlineData("""{"email":"a@example.com","password":"12345678","handle":"admin"}""", "handle")]
    [InlineData("""{"email":5,"password":"12345678"}""", "email")]
    public async Task A_wrong_sign_up_is_refused_by_name(string body, string field)
    {
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await server.Client.PostAsync("/accounts", content);

        await response.AssertProblemAsync(HttpStatusCode.BadRequest, field);
        Assert.Equal(0, server.Service<Hive>().Accounts.All().Count());
    }

    [Fact]
    public async Task A_body_that_is_no_JSON_is_a_problem()
    {
        using StringContent content = new("{\"email\":", Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await server.Client.PostAsync("/accounts", content);

        await response.ReadAsync(HttpStatusCode.BadRequest);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("ada@example.com", "grace", "email")]
    [InlineData("ADA@example.com", "grace", "email")]
    [InlineData("grace@example.com", "ada", "handle")]
    public async Task What_is_taken_is_a_conflict_that_names_it(string email, string handle, string field)
    {
        await server.SignUpAsync("ada");

        using HttpResponseMessage response = await server.Client.PostAsJsonAsync("/accounts", new { email, handle, password = Api.Password });

        await response.AssertProblemAsync(HttpStatusCode.Conflict, field);
        Assert.Equal(1, server.Service<Hive>().Accounts.All().Count());
    }

    [Fact]
    public async Task A_patch_changes_what_it_names_and_nothing_else()
    {
        string id = await server.SignUpAsync("ada");

        using HttpResponseMessage response = await server.Client.PatchAsJsonAsync("/accounts/" + id, new { name = (string?)null });

        JsonElement account = await response.ReadAsync(HttpStatusCode.OK);
        Assert.Equal(JsonValueKind.Null, account.GetProperty("name").ValueKind);
        Assert.Equal("ada", account.GetProperty("handle").GetString());
    }

    [Fact]
    public async Task An_account_that_is_not_there_is_not_found()
    {
        using HttpResponseMessage got = await server.Client.GetAsync("/accounts/acc_nobody");
        using HttpResponseMessage changed = await server.Client.PatchAsJsonAsync("/accounts/acc_nobody", new { name = "x" });
        using HttpResponseMessage removed = await server.Client.DeleteAsync("/accounts/acc_nobody");

        await got.AssertProblemAsync(HttpStatusCode.NotFound, "acc_nobody");
        await changed.AssertProblemAsync(HttpStatusCode.NotFound, "acc_nobody");
        await removed.AssertProblemAsync(HttpStatusCode.NotFound, "acc_nobody");
    }
}
