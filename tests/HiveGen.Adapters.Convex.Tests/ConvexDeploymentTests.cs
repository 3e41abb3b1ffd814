using System.Text;
using System.Text.Json;

namespace HiveGen.Tests;

/// <summary>What a deployment does, beside what every target does.</summary>
[Collection(ConvexCollection.Name)]
[Requires<ConvexServer>]
public sealed class ConvexDeploymentTests(ServerFixture<ConvexServer> fixture) : ConformanceTests(new ConvexProbe(fixture))
{
    [ServerFact]
    public async Task A_document_above_a_mebibyte_becomes_a_dead_letter_and_the_others_arrive()
    {
        await PrepareAsync();
        await using SendingHive hive = new(Probe.Create());
        await hive.Hive.Notes.AddAsync(Enumerable.Range(0, 10).Select(static n => new Note { Id = $"n{n}", Title = "title", Body = n == 3 ? new string('x', 1024 * 1024) : "small" }));
        await hive.ArriveAsync();
        Assert.Equal(1, hive.Status.Dead);
        Assert.Equal(9, (await RowsAsync()).Count);
    }

    [ServerFact]
    public async Task Without_the_deploy_key_there_are_no_functions()
    {
        await PrepareAsync();
        using HttpClient client = new();
        foreach (string function in new[] { "apply", "sweep", "purge", "cursor", "models", "rows", "rowsOf", "changes" })
        {
            string path = function is "apply" or "sweep" or "purge" ? "api/mutation" : "api/query";
            using StringContent body = new($$"""{"path":"hive:{{function}}","format":"convex_encoded_json","args":[{}]}""", Encoding.UTF8, "application/json");
            using HttpResponseMessage answer = await client.PostAsync(new Uri(fixture.Server.Url, path), body);
            Assert.Contains("Could not find", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [ServerFact]
    public async Task Ghosts_are_purged_after_their_retention_once_the_cursor_has_passed_them()
    {
        await PrepareAsync();
        await ApplyAsync(Items.Gone("n1", SyncVersion.Of(1, 5)), Items.Gone("n2", SyncVersion.Of(1, 50)), Items.Gone("n3", SyncVersion.Of(1, 5), "hive_2"), Items.Note("n4", SyncVersion.Of(1, 6)));
        NextMillisecond();
        await using ConvexTarget target = new("convex", fixture.Server.Url.ToString(), new ConvexTargetOptions { DeployKey = ConvexServer.DeployKey, GhostRetention = TimeSpan.FromTicks(1) });
        await target.SendAsync(new SendBatch([], new CursorMove(Items.Home, null, new TargetCursor("session_a", 10, 1, 50))), CancellationToken.None);
        await StoredAsync(Items.Gone("n2", SyncVersion.Of(1, 50)), Items.Gone("n3", SyncVersion.Of(1, 5), "hive_2"), Items.Note("n4", SyncVersion.Of(1, 6)));
    }

    [ServerFact]
    public async Task Ghosts_of_another_Hive_do_not_keep_ours_from_being_purged()
    {
        await PrepareAsync(Items.Notes);
        // Older than ours, and more than one purge takes.
        await ApplyAsync([.. Enumerable.Range(0, 250).Select(static n => Items.Gone($"other{n}", SyncVersion.Of(1, 5), "hive_2"))]);
        await ApplyAsync(Items.Gone("n1", SyncVersion.Of(1, 5)));
        NextMillisecond();
        await using ConvexTarget target = new("convex", fixture.Server.Url.ToString(), new ConvexTargetOptions { DeployKey = ConvexServer.DeployKey, GhostRetention = TimeSpan.FromTicks(1) });
        await target.SendAsync(new SendBatch([], new CursorMove(Items.Home, null, new TargetCursor("session_a", 10, 1, 50))), CancellationToken.None);
        List<string> rows = await RowsAsync();
        Assert.Equal(250, rows.Count);
        Assert.DoesNotContain(rows, static row => row.Contains("'n1'", StringComparison.Ordinal));
    }

    [ServerFact]
    public async Task Rows_of_more_bytes_than_a_page_are_all_read_and_no_page_is_longer()
    {
        await PrepareAsync(Items.Notes);
        SyncItem[] items = [.. Enumerable.Range(0, 8).Select(static n => Items.Note($"n{n}", n + 1, body: new string('x', 800_000)))];
        await ApplyAsync(items[..4]);
        await ApplyAsync(items[4..]);
        int requests = 0;
        Func<Task> count = () =>
        {
            requests++;
            return Task.CompletedTask;
        };
        await using HiveTarget target = Assert.IsType<ConvexTarget>(Probe.CreateWatched(count));
        Assert.Equal(8, (await target.DigestAsync(Items.Notes, Items.Home, 4, CancellationToken.None)).Sum(static bucket => bucket.Count));
        Assert.Equal(5, requests);
        requests = 0;
        IReadOnlyList<RowDigest> rows = await target.ReadRowsAsync(Items.Notes, Items.Home, [.. items.Select(static item => item.Id)], CancellationToken.None);
        Assert.Equal(items.Select(static item => (item.RecordId, item.Version)), rows.Select(static row => (row.Id.ToString(), row.Version)).Order());
        Assert.Equal(4, requests);
    }

    [ServerFact]
    public async Task Changes_come_in_the_order_of_their_moments()
    {
        await PrepareAsync();
        await ApplyAsync(Items.Note("n1", 1), Items.Note("n2", 2));
        await ApplyAsync(Items.Gone("n1", 3));
        List<string> seen = [];
        (double since, string sinceId) = (0, "");
        while (await ChangesAsync(since, sinceId) is { } next)
        {
            seen.Add(next.Id);
            (since, sinceId) = (next.At, next.Id);
        }

        Assert.Equal(["n1", "n2"], seen.Order());
    }

    [Fact]
    public void The_files_are_the_same_every_time_and_none_is_of_two_tables()
        => Assert.Equal(ConvexFiles.Of(Items.Models).Select(static file => (file.Path, file.Content)), ConvexFiles.Of([.. Items.Models]).Select(static file => (file.Path, file.Content)));

    // Convex' times are whole milliseconds, and the purge is of what is older than now.
    private static void NextMillisecond()
    {
        long start = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        SpinWait.SpinUntil(() => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() > start);
    }

    private async Task<(double At, string Id)?> ChangesAsync(double since, string sinceId)
    {
        using HttpClient client = new();
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(fixture.Server.Url, "api/query"))
        {
            Content = new StringContent($$"""{"path":"hive:changes","format":"convex_encoded_json","args":[{"model":"notes","since":{{JsonSerializer.Serialize(since)}},"sinceId":"{{sinceId}}","limit":1}]}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Authorization", "Convex " + ConvexServer.DeployKey);
        using HttpResponseMessage answer = await client.SendAsync(request);
        JsonElement rows = JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("value");
        return rows.GetArrayLength() == 0 ? null : (rows[0].GetProperty("hiveSyncedAt").GetDouble(), rows[0].GetProperty("hiveId").GetString()!);
    }
}
