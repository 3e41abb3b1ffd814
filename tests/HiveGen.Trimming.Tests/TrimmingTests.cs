using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace HiveGen.Trimming.Tests;

[Collection("published")]
public sealed class TrimmingTests(PublishedApps apps)
{
    private readonly PublishedApp app = apps.Proof;

    [Fact]
    public void Publishing_trimmed_gives_no_IL_warning() => Assert.DoesNotContain("warning IL", app.PublishLog, StringComparison.Ordinal);

    [Fact]
    public async Task A_trimmed_app_stores_reads_and_serialises_records()
    {
        JsonNode added = (await (await app.Client.PostAsync("/notes/stored", null)).Content.ReadFromJsonAsync<JsonNode>())!;
        JsonNode read = (await app.Client.GetFromJsonAsync<JsonNode>("/notes/stored"))!;

        Assert.Equal("stored", read["title"]!.GetValue<string>());
        Assert.Equal("Bright", read["mood"]!.GetValue<string>());
        Assert.Equal(9.5m, read["price"]!.GetValue<decimal>());
        Assert.Equal("2026-02-28", read["due"]!.GetValue<string>());
        Assert.Null(read["secret"]);
        Assert.Equal(added["id"]!.GetValue<string>(), read["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_trimmed_app_runs_hooks_made_by_dependency_injection()
    {
        await app.Client.PostAsync("/notes/hooked", null);

        Assert.StartsWith("hooked before", await app.Client.GetStringAsync("/hooked/hooked"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trimmed_app_serves_the_router_and_names_what_is_wrong()
    {
        HttpResponseMessage taken = await app.Client.PostAsync("/sync", Body("""{"model":"notes","operation":"create","recordId":"n1","data":{"title":"x","due":"2026-01-01","price":1.25}}"""));
        HttpResponseMessage refused = await app.Client.PostAsync("/sync", Body("""{"model":"notes","operation":"create","recordId":"n2","data":{"title":""}}"""));

        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("title", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trimmed_app_serves_its_document()
    {
        JsonNode document = (await app.Client.GetFromJsonAsync<JsonNode>("/openapi/v1.json"))!;

        Assert.NotNull(document["paths"]!["/sync"]!["post"]);
        Assert.NotNull(document["components"]!["schemas"]!["Note"]!["properties"]!["title"]);
    }

    [Fact]
    public async Task A_trimmed_app_syncs_to_its_target()
    {
        await app.Client.PostAsync("/notes/synced", null);

        Assert.Equal(HttpStatusCode.NoContent, (await app.Client.PostAsync("/drain", null)).StatusCode);
    }

    private static StringContent Body(string json) => new(json, System.Text.Encoding.UTF8, "application/json");
}
