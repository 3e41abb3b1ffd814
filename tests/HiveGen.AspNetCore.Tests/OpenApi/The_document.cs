using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.AspNetCore.Tests.OpenApi;

public sealed class The_document
{
    private const string AcceptVariable = "HIVEGEN_ACCEPT";

    public static TheoryData<bool, string> Bodies
    {
        get
        {
            TheoryData<bool, string> all = [];
            foreach (string data in new[]
            {
                "\"email\":\"a@b\"", "\"email\":\"nobody\"", "\"email\":7", "\"email\":null", "\"name\":\"x\"", "", "\"email\":\"a@b\",\"name\":null", "\"email\":\"a@b\",\"unknown\":1",
                "\"email\":\"a@b\",\"handle\":\"abc\"", "\"email\":\"a@b\",\"handle\":\"ABC\"", "\"email\":\"a@b\",\"handle\":\"\"", "\"email\":\"a@b\",\"emailVerified\":true", "\"email\":\"a@b\",\"emailVerified\":\"yes\"",
                "\"email\":\"a@b\",\"emailVerified\":null", "\"email\":\"a@b\",\"createdAt\":1234567890", "\"email\":\"a@b\",\"createdAt\":\"2026-01-01T00:00:00Z\"", "\"email\":\"a@b\",\"createdAt\":\"2026-01-01T00:00:00\"",
                "\"email\":\"a@b\",\"createdAt\":1.5", "\"email\":\"a@b\",\"bladeId\":\"1\",\"id\":\"1\"", "\"email\":\"a@b\",\"bladeId\":1", $"\"email\":\"a@b\",\"name\":\"{new string('x', 50)}\"", $"\"email\":\"a@b\",\"name\":\"{new string('x', 51)}\"",
            })
            {
                AddEach(all, "users", data);
            }

            foreach (string data in new[]
            {
                "", "\"flag\":false", "\"flag\":0", "\"small\":1", "\"small\":0", "\"small\":201", "\"small\":1.5", "\"big\":9223372036854775807", "\"big\":\"1\"", "\"ratio\":1e3", "\"ratio\":\"NaN\"", "\"price\":1.25", "\"price\":1.255",
                "\"price\":\"1\"", "\"at\":null", "\"at\":\"now\"", "\"day\":\"2026-02-28\"", "\"day\":\"2026-02-30\"", "\"time\":\"10:30:00\"", "\"time\":\"later\"", "\"key\":\"0f8fad5b-d9cb-469f-a165-70867728950e\"", "\"key\":\"x\"",
                "\"bytes\":\"AQID\"", "\"bytes\":\"***\"", "\"mood\":\"Calm\"", "\"mood\":\"calm\"", "\"mood\":null", "\"mood\":1", "\"tree\":{\"a\":[]}", "\"tree\":[1]", "\"tree\":null", "\"id\":1", "\"id\":true",
            })
            {
                AddEach(all, "things", "\"code\":\"AB1\"" + (data.Length == 0 ? "" : "," + data));
            }

            AddEach(all, "things", "\"code\":\"AB12345\"");
            AddEach(all, "things", "\"code\":\"A1\"");
            AddEach(all, "things", "\"code\":\"abc\"");
            AddEach(all, "nothings", "\"a\":1");
            foreach (string rest in new[]
            {
                "", "\"recordId\":\"1\",\"extra\":1", "\"recordId\":1", "\"recordId\":\"\"", "\"recordId\":\"1\",\"timestamp\":\"2026-01-01T00:00:00Z\"", "\"recordId\":\"1\",\"timestamp\":true", "\"recordId\":\"1\",\"timestamp\":null",
                "\"recordId\":\"1\",\"version\":1,\"home\":\"h\"", "\"recordId\":\"1\",\"version\":1", "\"recordId\":\"1\",\"home\":\"h\"", "\"recordId\":\"1\",\"version\":0,\"home\":\"h\"", "\"recordId\":\"1\",\"data\":null", "\"recordId\":\"1\",\"data\":[]",
            })
            {
                all.Add(false, $$"""{"model":"users","operation":"delete"{{(rest.Length == 0 ? "" : "," + rest)}}}""");
            }

            all.Add(true, """{"model":"users","operation":"delete"}""");
            all.Add(true, """{"model":"users","operation":"delete","records":[]}""");
            all.Add(true, """{"model":"users","operation":"delete","records":{}}""");
            all.Add(true, """{"model":"users","operation":"delete","records":[{}]}""");
            all.Add(true, """{"model":"users","operation":"delete","records":["1"]}""");
            all.Add(true, """{"model":"users","operation":"delete","records":[{"recordId":"1","x":1}]}""");
            all.Add(true, """{"model":"users","operation":"delete","records":[{"recordId":"1"},{"recordId":"2"},{"recordId":"3"},{"recordId":"4"}]}""");
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task The_router_takes_what_the_document_allows_and_nothing_else(bool batch, string body)
    {
        await using RouterApp app = await StartAsync();
        JsonNode document = await DocumentAsync(app);
        string path = batch ? "/sync/batch" : "/sync";
        List<string> wrong = new SchemaChecker(document).Check(SchemaOf(document, path), JsonNode.Parse(body));
        Answer answer = await app.PostAsync(path, body);
        bool taken = answer.Status == 200 && (bool)answer.Json!["success"]!;
        Assert.True(taken == (wrong.Count == 0), $"{body}\nrouter: {answer.Text}\ndocument: {string.Join('\n', wrong)}");
        JsonNode described = document["paths"]![path]!["post"]!["responses"]![answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)]!["content"]![answer.ContentType!]!["schema"]!;
        Assert.Empty(new SchemaChecker(document).Check(described, answer.Json));
    }

    [Fact]
    public async Task Every_example_is_taken_and_there_is_one_for_every_operation()
    {
        await using RouterApp app = await StartAsync();
        JsonNode document = await DocumentAsync(app);
        foreach (string path in new[] { "/sync", "/sync/batch" })
        {
            JsonObject examples = document["paths"]![path]!["post"]!["requestBody"]!["content"]!["application/json"]!["examples"]!.AsObject();
            Assert.Equal(["create things", "update things", "delete things", "create users", "update users", "delete users"], examples.Select(static pair => pair.Key));
            foreach ((string name, JsonNode? example) in examples)
            {
                Answer answer = await app.PostAsync(path, example!["value"]!.ToJsonString());
                Assert.True(answer.Status == 200 && (bool)answer.Json!["success"]!, $"{name}: {answer.Text}");
            }
        }
    }

    [Fact]
    public async Task The_document_is_the_one_that_was_accepted()
    {
        await using RouterApp app = await StartAsync();
        JsonNode document = await DocumentAsync(app);
        document.AsObject().Remove("servers"); // holds the port
        string text = document.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" }) + "\n";
        string file = Path.Combine(Folder(), "snapshots", "document.json");
        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text);
        }

        Assert.True(File.Exists(file), $"{file} is missing; run once with {AcceptVariable}=1.");
        Assert.Equal((await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n"), text);
    }

    [Fact]
    public async Task The_secret_is_an_authorisation_scheme_and_the_limits_are_told()
    {
        await using RouterApp app = await StartAsync();
        JsonNode document = await DocumentAsync(app);
        JsonNode scheme = document["components"]!["securitySchemes"]!["SyncSecret"]!;
        Assert.Equal(("apiKey", "header", "X-Sync-Secret"), ((string?)scheme["type"], (string?)scheme["in"], (string?)scheme["name"]));
        foreach (string path in new[] { "/sync", "/sync/batch" })
        {
            JsonNode post = document["paths"]![path]!["post"]!;
            Assert.NotNull(post["security"]![0]!["SyncSecret"]);
            Assert.Contains("bytes", (string?)post["description"], StringComparison.Ordinal);
            Assert.Equal(["200", "400", "401", "409", "413", "422", "429", "500", "503"], post["responses"]!.AsObject().Select(static pair => pair.Key));
        }
    }

    [Fact]
    public async Task The_apps_own_endpoints_are_in_it_and_a_prefix_is_followed()
    {
        await using RouterApp app = await RouterApp.StartAsync(map: static app =>
        {
            app.MapHiveSync("/hive");
            app.MapHiveDocs();
            app.MapGet("/users/{id}", static UserSync (string id) => new UserSync { Id = id });
        });
        JsonNode document = await DocumentAsync(app);
        Assert.NotNull(document["paths"]!["/users/{id}"]!["get"]);
        Assert.NotNull(document["paths"]!["/hive/sync"]!["post"]!["requestBody"]);
        Assert.NotNull(document["paths"]!["/hive/sync/batch"]!["post"]!["requestBody"]);
    }

    [Fact]
    public async Task An_app_that_configures_its_document_itself_keeps_both()
    {
        await using RouterApp app = await RouterApp.StartAsync(
            build: static builder => builder.Services.AddOpenApi(static options => options.AddDocumentTransformer(static (document, _, _) =>
            {
                document.Info.Title = "Mine";
                return Task.CompletedTask;
            })),
            map: static app =>
            {
                app.MapHiveSync();
                app.MapHiveDocs();
            });
        JsonNode document = await DocumentAsync(app);
        Assert.Equal("Mine", (string?)document["info"]!["title"]);
        Assert.NotNull(document["paths"]!["/sync"]!["post"]!["requestBody"]);
    }

    [Fact]
    public async Task Swagger_UI_is_served_and_finds_the_document()
    {
        await using RouterApp app = await StartAsync();
        string page = await app.Client.GetStringAsync("/swagger");
        Assert.Contains("swagger-ui", page, StringComparison.Ordinal);
        string script = await app.Client.GetStringAsync("/swagger/index.js");
        Assert.Contains("../openapi/v1.json", script, StringComparison.Ordinal);
        using HttpResponseMessage asset = await app.Client.GetAsync("/swagger/swagger-ui-bundle.js");
        Assert.Equal(HttpStatusCode.OK, asset.StatusCode);
    }

    private static void AddEach(TheoryData<bool, string> all, string model, string data)
    {
        all.Add(false, $$"""{"model":"{{model}}","operation":"create","recordId":"1","data":{ {{data}} } }""");
        all.Add(false, $$"""{"model":"{{model}}","operation":"update","recordId":"1","data":{ {{data}} } }""");
        all.Add(true, $$"""{"model":"{{model}}","operation":"create","records":[{"recordId":"1","data":{ {{data}} } }]}""");
    }

    private static Task<RouterApp> StartAsync() => RouterApp.StartAsync(["SYNC_SECRET=" + RouterApp.Secret, "HiveSync:RateLimit=0", "HiveSync:MaxBatchRecords=3"], map: static app =>
    {
        app.MapHiveSync();
        app.MapHiveDocs();
    });

    private static async Task<JsonNode> DocumentAsync(RouterApp app) => JsonNode.Parse(await app.Client.GetStringAsync("/openapi/v1.json"))!;

    private static JsonNode SchemaOf(JsonNode document, string path) => document["paths"]![path]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!;

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
