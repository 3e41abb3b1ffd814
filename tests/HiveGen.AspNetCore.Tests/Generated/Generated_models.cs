using System.Net.Http.Json;
using System.Text.Json.Nodes;
using HiveGen.AspNetCore.Tests.OpenApi;
using HiveGen.TestModels;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.AspNetCore.Tests.Generated;

public sealed class Generated_models
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_curl_of_the_original_arrives_in_the_external_database()
    {
        await using HiveApp app = await HiveApp.StartAsync();
        (await app.App.SyncAsync("""{"model":"users","operation":"create","data":{"bladeId":"test123","email":"test@example.com","name":"Test User"},"recordId":"test123","timestamp":1234567890}""")).Accepts();
        Dictionary<string, object?> row = app.Row("users", "test123")!;
        Assert.Equal(("test@example.com", "Test User", "free", "http", 0L), ((string)row["email"]!, (string)row["name"]!, (string)row["subscription_plan"]!, (string)row["_home"]!, (long)row["_deleted"]!));
        object created = row["created_at"]!;
        (await app.App.SyncAsync("""{"model":"users","operation":"create","data":{"email":"other@example.com"},"recordId":"test123"}""")).Accepts();
        row = app.Row("users", "test123")!;
        Assert.Equal(("other@example.com", "Test User", created), ((string)row["email"]!, (string)row["name"]!, row["created_at"]!));
        (await app.App.SyncAsync("""{"model":"users","operation":"delete","recordId":"test123"}""")).Accepts();
        Assert.Equal(1L, app.Row("users", "test123")!["_deleted"]);
        (await app.App.SyncAsync("""{"model":"users","operation":"update","data":{"name":"late"},"recordId":"test123"}""")).Refuses(409, "deleted");
    }

    [Fact]
    public async Task The_router_and_the_dispatcher_write_to_one_target_and_keep_each_others_rows()
    {
        await using HiveApp app = await HiveApp.StartAsync();
        Account account = await app.Hive.Accounts.AddAsync(new Account { Email = "a@example.com" });
        await app.Hive.Sync.WhenIdleAsync(timeout: Patience);
        Assert.Equal("a@example.com", app.Row("users", account.Id)!["email"]);
        (await app.App.SyncAsync($$"""{"model":"users","operation":"update","data":{"email":"b@example.com"},"recordId":"{{account.Id}}"}""")).Refuses(409, "belongs to");
        Assert.Equal("a@example.com", app.Row("users", account.Id)!["email"]);
    }

    [Theory]
    [InlineData("""{"model":"sessions","operation":"delete","recordId":"s"}""", "'sessions' is unknown")]
    [InlineData("""{"model":"Session","operation":"delete","recordId":"s"}""", "'Session' is unknown")]
    [InlineData("""{"model":"users","operation":"update","recordId":"u","data":{"passwordHash":"x"}}""", "passwordHash is no field")]
    [InlineData("""{"model":"users","operation":"create","recordId":"u","data":{"name":"x"}}""", "email is required")]
    [InlineData("""{"model":"posts","operation":"create","recordId":"p","data":{"account":"a","title":""}}""", "title must have 1 to 200")]
    [InlineData("""{"model":"posts","operation":"create","recordId":"p","data":{}}""", "account is required. title is required.")]
    [InlineData("""{"model":"posts","operation":"update","recordId":"p","data":{"views":-1}}""", "views must be from 0")]
    [InlineData("""{"model":"posts","operation":"update","recordId":"p","data":{"state":"Gone"}}""", "state must be one of Draft, Published, Archived.")]
    [InlineData("""{"model":"posts","operation":"update","recordId":"p","data":{"price":1.005}}""", "price must have at most 2 decimal places")]
    [InlineData("""{"model":"all_types","operation":"update","recordId":"x","data":{"byte":256}}""", "byte must be")]
    [InlineData("""{"model":"all_types","operation":"update","recordId":"x","data":{"sByte":-129}}""", "sByte must be")]
    [InlineData("""{"model":"all_types","operation":"update","recordId":"x","data":{"uInt":4294967296}}""", "uInt must be")]
    [InlineData("""{"model":"all_types","operation":"update","recordId":"x","data":{"uLong":-1}}""", "uLong must be")]
    [InlineData("""{"model":"all_types","operation":"update","recordId":"x","data":{"float":1e39}}""", "float must be a finite number")]
    [InlineData("""{"model":"all_types","operation":"update","recordId":"x","data":{"timeSpan":"soon"}}""", "timeSpan must be a duration")]
    [InlineData("""{"model":"all_types","operation":"update","recordId":"x","data":{"timeOnly":"25:00"}}""", "timeOnly must be a time")]
    [InlineData("""{"model":"all_types","operation":"update","recordId":"x","data":{"longLink":"x"}}""", "longLink must be")]
    [InlineData("""{"model":"all_types","operation":"update","recordId":"x","data":{"guidLink":"x"}}""", "guidLink must be")]
    [InlineData("""{"model":"all_types","operation":"update","recordId":"x","data":{"address":{"Street":7,"City":"c"}}}""", "address must be a JSON value of its property's type; address.Street is not.")]
    [InlineData("""{"model":"all_types","operation":"create","recordId":"x","data":{"tags":["a",1]}}""", "tags must be a JSON value of its property's type; tags[1] is not.")]
    [InlineData("""{"model":"all_types","operation":"update","recordId":"x","data":{"tags":{}}}""", "tags must be a JSON value of its property's type.")]
    [InlineData("""{"model":"all_types","operation":"update","recordId":"x","data":{"tags":null}}""", "tags is required.")]
    [InlineData("""{"model":"countries","operation":"delete","recordId":"de"}""", "recordId is no id of countries")]
    [InlineData("""{"model":"devices","operation":"delete","recordId":"de"}""", "recordId is no id of devices")]
    public async Task What_no_model_allows_is_refused_by_name(string body, string naming)
    {
        await using HiveApp app = await HiveApp.StartAsync();
        (await app.App.SyncAsync(body)).Refuses(400, naming);
    }

    [Fact]
    public async Task Every_model_is_in_the_document_and_every_example_arrives()
    {
        await using HiveApp app = await HiveApp.StartAsync();
        JsonNode document = JsonNode.Parse(await app.App.Client.GetStringAsync("/openapi/v1.json"))!;
        JsonNode body = document["paths"]!["/sync"]!["post"]!["requestBody"]!["content"]!["application/json"]!;
        string[] models = ["all_types", "cities", "comments", "countries", "devices", "memberships", "posts", "shop_orders", "users"];
        JsonObject examples = body["examples"]!.AsObject();
        Assert.Equal(models.SelectMany(static model => new[] { "create " + model, "update " + model, "delete " + model }), examples.Select(static pair => pair.Key));
        foreach ((string name, JsonNode? example) in examples)
        {
            Assert.Empty(new SchemaChecker(document).Check(body["schema"]!, example!["value"]));
            Answer answer = await app.App.SyncAsync(example["value"]!.ToJsonString());
            Assert.True(answer.Status == 200, $"{name}: {answer.Text}");
        }

        Assert.NotNull(document["paths"]!["/accounts/{id}"]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]);
        Assert.DoesNotContain("passwordHash", document.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_type_arrives_in_the_external_database()
    {
        await using HiveApp app = await HiveApp.StartAsync();
        (await app.App.SyncAsync("""
            {"model":"all_types","operation":"create","recordId":"x","data":{"text":"é😀","bool":false,"byte":255,"sByte":-128,"short":-32768,"uShort":65535,"int":-2147483648,"uInt":4294967295,"long":-9223372036854775808,
            "uLong":9223372036854775807,"float":0.5,"double":1e300,"decimal":-12.3456,"dateTime":"2026-01-01T01:00:00+01:00","dateTimeOffset":1767225600000,"dateOnly":"2026-02-28","timeOnly":"23:59:59.123456","timeSpan":"P1DT2H",
            "guid":"0F8FAD5B-D9CB-469F-A165-70867728950E","blob":"AQID","enum":"Archived","element":[1],"node":{"a":null},"tags":["a","b"],"address":{"Street":"s","City":"c"},"link":"acc_1","longLink":5,"guidLink":"0f8fad5b-d9cb-469f-a165-70867728950e"}}
            """)).Accepts();
        Dictionary<string, object?> row = app.Row("all_types", "x")!;
        Assert.Equal(
            ["é😀", 0L, 255L, -128L, -32768L, 65535L, -2147483648L, 4294967295L, long.MinValue, long.MaxValue, 0.5, 1e300, -123456L, 1767225600000000L, 1767225600000000L, "2026-02-28", 86399123456L, 93600000000L],
            new[] { "text", "bool", "byte", "s_byte", "short", "u_short", "int", "u_int", "long", "u_long", "float", "double", "decimal", "date_time", "date_time_offset", "date_only", "time_only", "time_span" }.Select(name => row[name]));
        Assert.Equal(
            ["0f8fad5b-d9cb-469f-a165-70867728950e", "Archived", "[1]", "{\"a\":null}", "[\"a\",\"b\"]", "acc_1", 5L, "0f8fad5b-d9cb-469f-a165-70867728950e", null, 7L],
            new object?[] { row["guid"], row["enum"], row["element"], row["node"], row["tags"], row["link"], row["long_link"], row["guid_link"], row["int_or_null"], 7L });
        Assert.Equal([1, 2, 3], (byte[])row["blob"]!);
    }

    [Fact]
    public async Task A_create_that_leaves_fields_out_stores_what_their_initialisers_give()
    {
        await using HiveApp app = await HiveApp.StartAsync();
        (await app.App.SyncAsync("""{"model":"all_types","operation":"create","recordId":"x","data":{"tags":["given"],"address":null}}""")).Accepts();
        Dictionary<string, object?> row = app.Row("all_types", "x")!;
        Assert.Equal(
            ["2026-11-21", 0L, "00000000-0000-0000-0000-000000000000", "{}", "{}", "[\"given\"]", null, null, 7L],
            new[] { "date_only", "date_time_offset", "guid", "element", "node", "tags", "address", "link", "int" }.Select(name => row[name]));
        Assert.Equal([], (byte[])row["blob"]!);
    }

    [Fact]
    public async Task The_apps_own_endpoints_read_and_write_records()
    {
        await using HiveApp app = await HiveApp.StartAsync();
        using HttpResponseMessage added = await app.App.Client.PostAsJsonAsync("/accounts", new { email = "own@example.com" });
        JsonNode account = JsonNode.Parse(await added.Content.ReadAsStringAsync())!;
        JsonNode read = JsonNode.Parse(await app.App.Client.GetStringAsync("/accounts/" + (string)account["id"]!))!;
        Assert.Equal("own@example.com", (string?)read["email"]);
        Assert.False(read.AsObject().ContainsKey("passwordHash"));
        await app.Hive.Sync.WhenIdleAsync(timeout: Patience);
        Assert.Equal("Healthy", await app.App.Client.GetStringAsync("/health"));
    }

    [Fact]
    public async Task Random_values_in_every_field_never_make_a_500()
    {
        int seed = Environment.TickCount;
        Random random = new(seed);
        string[] values = ["null", "true", "0", "-1", "1.5", "1e400", "-9223372036854775809", "\"\"", "\"x\"", "\"\\ud800\"", "\"\\u0000\"", "[]", "{}", "{\"Street\":1}", "[\"a\",null]", "\"2026-01-01T00:00:00Z\"", "\"2026-13-01\"", "\"P1D\"", "\"AQID\"", "99999999999999999999999999999999", "\"0f8fad5b-d9cb-469f-a165-70867728950e\"", "\"Draft\""];
        await using HiveApp app = await HiveApp.StartAsync();
        string[] fields = [.. app.App.Services.GetRequiredService<Targets.HiveTargets>().Models.Single(static model => model.Name == "all_types").Fields.Select(static field => field.Name)];
        for (int i = 0; i < 600; i++)
        {
            string data = string.Join(',', random.GetItems(fields, 2).Distinct().Select(field => $"\"{field}\":{values[random.Next(values.Length)]}"));
            Answer answer = await app.App.SyncAsync($$"""{"model":"all_types","operation":"{{(random.Next(2) == 0 ? "create" : "update")}}","recordId":"r","data":{ {{data}} } }""");
            Assert.True(answer.Status is 200 or 400, $"seed {seed}: {answer.Status} {answer.Text} for {data}\n{string.Join('\n', app.App.Log.Lines.Where(static line => line.StartsWith("Error", StringComparison.Ordinal)))}");
        }
    }
}
