using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit.Abstractions;

namespace HiveGen.Tests;

/// <summary>
/// Both samples as processes, of which one is killed again and again. <c>HIVEGEN_SEED</c> replays what is killed when,
/// <c>HIVEGEN_SAMPLE_KILLS</c> sets how often.
/// </summary>
public sealed class SamplesTests(ITestOutputHelper output) : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly ConcurrentDictionary<string, string> acknowledged = new();
    private readonly ConcurrentDictionary<string, string> removed = new();

    private string Replica => folder.File("replica.db");

    [Fact]
    public async Task What_the_edge_acknowledged_is_in_the_Blogs_replica_however_often_either_is_killed()
    {
        int seed = Setting("HIVEGEN_SEED") ?? Random.Shared.Next();
        int kills = Setting("HIVEGEN_SAMPLE_KILLS") ?? 6;
        output.WriteLine($"HIVEGEN_SEED={seed}");
        Random random = new(seed);
        await using SampleApp blog = new("Blog", "--Hive:Path=" + folder.File("blog.db"), "--Hive:Targets:replica:Connection=Data Source=" + Replica);
        await using SampleApp edge = new("EdgeNode", "--Hive:Path=" + folder.File("edge.db"), "--Hive:Targets:central:Url=" + blog.Address, "--Hive:Dispatch:LongestRetry=00:00:02");
        await blog.StartAsync();
        await edge.StartAsync();
        using CancellationTokenSource enough = new();
        Task[] writers = [.. Enumerable.Range(0, 3).Select(writer => Task.Run(() => WriteAsync(edge, writer, enough.Token)))];
        for (int kill = 0; kill < kills; kill++)
        {
            int until = acknowledged.Count + random.Next(1, 60);
            await UntilAcknowledgedAsync(until);

            // Each in turn at first, so that none is left out.
            SampleApp victim = (kill < 2 ? kill : random.Next(2)) == 0 ? edge : blog;
            await victim.KillAsync();
            if (victim == blog)
            {
                // The edge goes on without the Blog.
                await UntilAcknowledgedAsync(acknowledged.Count + random.Next(20));
            }

            await victim.StartAsync();
        }

        await enough.CancelAsync();
        await Task.WhenAll(writers);
        await DrainAsync(edge.Address);
        output.WriteLine($"{kills} kills, {acknowledged.Count} acknowledged writes, {removed.Count} removals");
        Dictionary<string, string> arrived = Sql.Read(Replica, "SELECT id || '=' || email FROM users_live").ToDictionary(static line => line.Split('=')[0], static line => line.Split('=')[1]);
        Assert.All(acknowledged, pair => Assert.Equal(pair.Value, arrived.GetValueOrDefault(pair.Key)));
        Assert.All(removed.Keys, id => Assert.False(arrived.ContainsKey(id), $"{id} was removed."));
        foreach ((string table, string columns) in new[] { ("users", "id, email, name, created_at, updated_at"), ("posts", "id, account, title, content, created_at") })
        {
            string own = table == "users" ? "accounts" : "posts";
            Assert.Equal(Sql.Read(folder.File("edge.db"), $"SELECT {columns} FROM {own} ORDER BY id"), Sql.Read(Replica, $"SELECT {columns} FROM {table}_live ORDER BY id"));
        }
    }

    public void Dispose() => folder.Dispose();

    private static int? Setting(string name)
        => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : null;

    private async Task WriteAsync(SampleApp edge, int writer, CancellationToken enough)
    {
        using HttpClient client = new() { BaseAddress = edge.Address, Timeout = TimeSpan.FromSeconds(10) };
        for (int number = 0; !enough.IsCancellationRequested; number++)
        {
            try
            {
                await WriteOneAsync(client, $"w{writer}-{number}@x.example", remove: number % 7 == 6);
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException or JsonException)
            {
                // It was killed: what it was asked may be done or not, and is not asked again.
                await Eventually.TrueAsync(async () => enough.IsCancellationRequested || await edge.AnswersAsync(), "The edge does not come back.");
            }
        }
    }

    private async Task WriteOneAsync(HttpClient client, string email, bool remove)
    {
        using HttpResponseMessage added = await client.PostAsJsonAsync("/accounts", new { email, name = "é🐝" });
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        string id = (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        if (!remove)
        {
            acknowledged[id] = email;
            using HttpResponseMessage post = await client.PostAsJsonAsync($"/accounts/{id}/posts", new { title = "of " + email });
            return;
        }

        using HttpResponseMessage gone = await client.DeleteAsync("/accounts/" + id);
        if (gone.StatusCode == HttpStatusCode.NoContent)
        {
            removed[id] = email;
        }
    }

    private static async Task DrainAsync(Uri edge)
    {
        using HttpClient client = new() { BaseAddress = edge };
        JsonElement status = default;
        await Eventually.TrueAsync(
            async () =>
            {
                JsonElement whole = await client.GetFromJsonAsync<JsonElement>("/sync/status");
                status = whole.GetProperty("targets")[0];
                return status.GetProperty("seq").GetInt64() == whole.GetProperty("seq").GetInt64() && status.GetProperty("parked").GetInt32() == 0 && status.GetProperty("loading").GetInt32() == 0;
            },
            "Not everything arrived.");
        Assert.Equal(0, status.GetProperty("dead").GetInt32());
    }

    private Task UntilAcknowledgedAsync(int count) => Eventually.TrueAsync(() => acknowledged.Count >= count, "Nothing is acknowledged any more.");
}
