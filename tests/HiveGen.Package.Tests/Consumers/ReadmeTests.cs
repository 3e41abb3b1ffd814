using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace HiveGen.Package.Tests;

/// <summary>Somebody who has the packages and their README, and does what it says, word by word.</summary>
[Collection("feed")]
public sealed class ReadmeTests(Feed feed)
{
    private string Readme => feed.Packages.Single(static package => package.Id == "HiveGen").Text("README.md");

    [Fact]
    public async Task One_package_is_enough_for_a_program_with_a_database()
    {
        using Consumer consumer = await Consumer.CreateAsync(feed);
        string project = await consumer.FollowAsync(Package.Tests.Readme.Chapter(Readme, "Begin"));

        string output = await consumer.DotNetAsync(project, "run");

        Assert.Equal("Feed the bees", output.Trim());
        Assert.True(File.Exists(Path.Combine(consumer.Folder(project), "notes.db")));
        await consumer.AssertOldCompilersAreRefusedAsync(project);
    }

    [Fact]
    public async Task The_web_app_of_the_readme_stores_answers_and_syncs()
    {
        using Consumer consumer = await Consumer.CreateAsync(feed);
        string project = await consumer.FollowAsync(Package.Tests.Readme.Chapter(Readme, "In a web app, synced to another database"));

        await using RunningApp app = consumer.Start(project, "run --no-launch-profile");
        using HttpClient client = await app.ClientAsync();
        HttpResponseMessage made = await client.PostAsJsonAsync("/accounts", new JsonObject { ["email"] = "ada@example.com", ["name"] = "Ada" });

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal("Ada", (await client.GetFromJsonAsync<JsonArray>("/accounts?plan=free"))![0]!["name"]!.GetValue<string>());
        Assert.NotNull((await client.GetFromJsonAsync<JsonNode>("/openapi/v1.json"))!["paths"]!["/sync"]);
        await Replica.HasAsync(Path.Combine(consumer.Folder(project), "replica.db"), "SELECT name FROM users_live WHERE email = 'ada@example.com'", "Ada");
    }

    [Fact]
    public void The_repository_shows_the_same_commands()
    {
        string own = File.ReadAllText(Repository.File("README.md")).ReplaceLineEndings("\n");

        Assert.All(Package.Tests.Readme.Chapter(Readme, "In a web app, synced to another database").Commands.Where(static command => command.StartsWith("dotnet add", StringComparison.Ordinal)), command => Assert.Contains("\n" + command, own, StringComparison.Ordinal));
    }
}
