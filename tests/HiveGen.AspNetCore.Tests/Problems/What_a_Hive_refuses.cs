using System.Text;
using System.Text.Json.Nodes;
using HiveGen.TestModels;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.AspNetCore.Tests.Problems;

/// <summary>What the app's own endpoints answer when the Hive refuses.</summary>
public sealed class What_a_Hive_refuses
{
    [Theory]
    [InlineData("/accounts", """{"email":"nobody"}""", 400, "One or more validation errors occurred.", "email: must be an e-mail address.", "email")]
    [InlineData("/accounts/many", """[{"email":"a@example.com"},{"email":"nobody"}]""", 400, "One or more validation errors occurred.", "[1].email: must be an e-mail address.", "[1].email")]
    [InlineData("/posts", """{"account":"ada","title":"","views":-1}""", 400, "One or more validation errors occurred.", "title: must have 1 to 200 characters", "title", "views")]
    [InlineData("/posts", """{"account":"gone","title":"x"}""", 400, "One or more validation errors occurred.", "account: links to a record that does not exist.", "account")]
    [InlineData("/accounts", """{"email":"ada@example.com"}""", 409, "Conflict", "email: is taken.", "email")]
    [InlineData("/memberships", """{"account":"ada","team":"red"}""", 409, "Conflict", "account: is taken. team: is taken.", "account", "team")]
    [InlineData("/accounts/ada/remove", "{}", 409, "Conflict", "The record is still linked to.")]
    [InlineData("/memberships", """{"account":"ada","team":"blue","role":""}""", 400, "Bad Request", "A check of the table refuses the value")]
    [InlineData("/accounts/stale", "{}", 409, "Conflict", "was changed since it was read")]
    [InlineData("/accounts/page?after=nonsense", "{}", 400, "Bad Request", "cursor")]
    [InlineData("/accounts", "{}", 400, "Bad Request", "'email'")]
    [InlineData("/accounts", "{", 400, "Bad Request", "JSON")]
    [InlineData("/accounts/canceled", "{}", 400, "Bad Request", "Not on Sundays.")]
    public async Task Is_a_problem_that_names_the_field(string path, string body, int status, string title, string detail, params string[] fields)
    {
        await using RouterApp app = await StartAsync();

        using HttpResponseMessage response = await PostAsync(app, path, body);

        string text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, text);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        JsonNode problem = JsonNode.Parse(text)!;
        Assert.Equal((title, status), ((string)problem["title"]!, (int)problem["status"]!));
        Assert.Contains(detail, (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Equal(fields, problem["errors"] is JsonObject errors ? errors.Select(static error => error.Key) : []);
        Assert.NotNull(problem["type"]);
    }

    [Fact]
    public async Task Is_a_status_alone_for_who_accepts_no_json()
    {
        await using RouterApp app = await StartAsync();
        app.Client.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        using HttpResponseMessage response = await PostAsync(app, "/accounts", """{"email":"nobody"}""");

        Assert.Equal((400, ""), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Is_no_error_in_the_log_but_a_failure_of_the_app_is()
    {
        await using RouterApp app = await StartAsync();
        using HttpResponseMessage refused = await PostAsync(app, "/accounts", """{"email":"nobody"}""");
        Assert.DoesNotContain(app.Log.Lines, static line => line.StartsWith("Error", StringComparison.Ordinal));

        using HttpResponseMessage failed = await PostAsync(app, "/fail", "{}");

        Assert.Equal(500, (int)failed.StatusCode);
        Assert.DoesNotContain("a secret", await failed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(app.Log.Lines, static line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private static Task<HttpResponseMessage> PostAsync(RouterApp app, string path, string body)
        => app.Client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));

    private static async Task<RouterApp> StartAsync()
    {
        TestFolder folder = new();
        RouterApp app = await RouterApp.StartAsync(
            build: builder =>
            {
                builder.Configuration.AddInMemoryCollection([new("Hive:Path", folder.File("app.db"))]);
                builder.AddHive();
                builder.Services.AddSingleton(_ => folder); // removed with the app
                builder.Services.AddHiveWeb(HiveJson.Instance);
                builder.Services.AddHiveProblems();
            },
            map: Map);
        Hive hive = app.Services.GetRequiredService<Hive>();
        await hive.Accounts.AddAsync(new Account { Id = "ada", Email = "ada@example.com" });
        await hive.Memberships.AddAsync(new Membership { Account = "ada", Team = "red" });
        return app;
    }

    private static void Map(WebApplication app)
    {
        _ = app.Services.GetRequiredService<TestFolder>();
        app.UseExceptionHandler();
        app.MapPost("/accounts", static async Task (Account draft, Hive hive) => await hive.Accounts.AddAsync(draft));
        app.MapPost("/accounts/many", static async Task (Account[] drafts, Hive hive) => await hive.Accounts.AddAsync(drafts));
        app.MapPost("/accounts/{id}/remove", static async Task (string id, Hive hive) => await hive.Accounts.RemoveAsync(id));
        app.MapPost("/accounts/page", static void (string after, Hive hive) => hive.Accounts.OrderBy(a => a.Email).Page(10, after));
        app.MapPost("/accounts/stale", static async Task (Hive hive) =>
        {
            Account read = hive.Accounts.Get("ada")!;
            await hive.Accounts.SetAsync(read.Id, new() { Name = "Ada" });
            await hive.Accounts.SetIfUnchangedAsync(read, new() { Name = "Eda" });
        });
        app.MapPost("/accounts/canceled", static void () => throw new HiveCanceledException("Not on Sundays.", new HookRef("Account", HookStage.Before, WriteKind.Add)));
        app.MapPost("/posts", static async Task (Post draft, Hive hive) => await hive.Posts.AddAsync(draft));
        app.MapPost("/memberships", static async Task (Membership draft, Hive hive) => await hive.Memberships.AddAsync(draft));
        app.MapPost("/fail", static void () => throw new InvalidOperationException("a secret"));
    }
}
