using System.Collections.Concurrent;
using System.Text.Json;
using HiveGen.Adapters.Http;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Tests;

public sealed class RestErrorTests
{
    private const string Secret = "do-not-tell";

    public static TheoryData<RestMode, int, int, string> Answers => new()
    {
        { RestMode.Batch, 2, 200, "Applied Applied" },
        { RestMode.Batch, 2, 204, "Applied Applied" },
        { RestMode.Batch, 2, 400, "Batch" },
        { RestMode.Batch, 2, 409, "Batch" },
        { RestMode.Batch, 2, 412, "Batch" },
        { RestMode.Batch, 2, 415, "Batch" },
        { RestMode.Batch, 2, 422, "Batch" },
        { RestMode.Batch, 1, 400, "Permanent" },
        { RestMode.Batch, 1, 409, "Stale" },
        { RestMode.Batch, 1, 412, "Stale" },
        { RestMode.Batch, 1, 422, "Permanent" },
        { RestMode.Batch, 1, 404, "Configuration" },
        { RestMode.Batch, 2, 404, "Configuration" },
        { RestMode.Batch, 2, 410, "Configuration" },
        { RestMode.Batch, 2, 301, "Configuration" },
        { RestMode.Batch, 2, 401, "Configuration" },
        { RestMode.Batch, 1, 403, "Configuration" },
        { RestMode.Batch, 2, 413, "TooLarge" },
        { RestMode.Batch, 1, 413, "Permanent" },
        { RestMode.Batch, 2, 408, "Transient" },
        { RestMode.Batch, 2, 425, "Throttled" },
        { RestMode.Batch, 2, 429, "Throttled" },
        { RestMode.Batch, 2, 500, "Transient" },
        { RestMode.Batch, 2, 502, "Transient" },
        { RestMode.Record, 1, 404, "Permanent" },
        { RestMode.Record, 1, 410, "Permanent" },
        { RestMode.Record, 1, 412, "Stale" },
        { RestMode.Record, 1, 429, "Throttled" },
        { RestMode.Record, 1, 401, "Configuration" },
        { RestMode.Record, 1, 500, "Transient" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_status_means_one_thing_and_tells_no_secret(RestMode mode, int records, int status, string expected)
    {
        await using FixedServer server = await FixedServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = "7";
            return Task.CompletedTask;
        });
        Assert.Equal(expected, await ToldAsync(server, mode, [.. Enumerable.Range(1, records).Select(static n => Items.Note($"n{n}", n))]));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_record_that_is_not_there_is_removed_already(int status)
    {
        await using FixedServer server = await FixedServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        Assert.Equal("Applied", await ToldAsync(server, RestMode.Record, [Items.Gone("n1", 1)]));
    }

    [Theory]
    [InlineData("""{"success":true}""", "Applied Applied")]
    [InlineData("""{"success":true,"successful":2,"failed":0,"total":2}""", "Applied Applied")]
    [InlineData("""{"success":false,"successful":1,"failed":1,"total":2}""", "Batch")]
    [InlineData("""{"success":true,"failed":1}""", "Batch")]
    [InlineData("""{"success":false,"error":"its own words"}""", "Batch")]
    [InlineData("""{"results":[{"recordId":"n1","status":"applied"},{"recordId":"n2","status":"stale"}]}""", "Applied Stale")]
    [InlineData("""{"results":[{"recordId":"n1","status":"failed","retryable":true},{"recordId":"n2","status":"failed"}]}""", "Retry Permanent")]
    [InlineData("""{"results":[{"recordId":"n1","status":"conflict"},{"recordId":"n2","status":"retry"}]}""", "Conflict Retry")]
    [InlineData("""{"results":[{"recordId":"n2","status":"applied"},{"recordId":"n1","status":"applied"}]}""", "Unknown")]
    [InlineData("""{"results":[{"recordId":"n1","status":"applied"}]}""", "Unknown")]
    [InlineData("""{"results":[{"recordId":"n1","status":"fine"},{"recordId":"n2","status":"fine"}]}""", "Unknown")]
    [InlineData("""{"ok":true}""", "Unknown")]
    [InlineData("""{"success":true""", "Unknown")]
    [InlineData("\r\n <html>", "Configuration")]
    public async Task An_answer_is_read_by_its_results_and_else_by_its_counts(string body, string expected)
    {
        await using FixedServer server = await FixedServer.StartAsync(context => context.Response.WriteAsync(body));
        Assert.Equal(expected, await ToldAsync(server, RestMode.Batch, [Items.Note("n1", 1), Items.Note("n2", 2)]));
    }

    [Theory]
    [InlineData("<!DOCTYPE html><title>Sign in</title>", "Configuration")]
    [InlineData("""{"id":"n1","title":"<b>"}""", "Applied")]
    [InlineData("ok", "Applied")]
    public async Task A_record_alone_is_taken_by_every_success_but_a_page_for_people(string body, string expected)
    {
        await using FixedServer server = await FixedServer.StartAsync(context => context.Response.WriteAsync(body));
        Assert.Equal(expected, await ToldAsync(server, RestMode.Record, [Items.Note("n1", 1)]));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_is_a_step_in_a_path_is_never_asked_for(string id)
    {
        ConcurrentQueue<string> asked = [];
        await using FixedServer server = await FixedServer.StartAsync(context =>
        {
            asked.Enqueue($"{context.Request.Method} {context.Request.Path}");
            return Task.CompletedTask;
        });
        Assert.Equal("Permanent", await ToldAsync(server, RestMode.Record, [Items.Gone(id, 1)]));
        Assert.Empty(asked);
        Assert.Equal("Applied", await ToldAsync(server, RestMode.Record, [Items.Gone("...", 1)]));
        Assert.Equal(["DELETE /notes/..."], asked);
    }

    [Theory]
    [InlineData("Url", null, "DATABASE_URL")]
    [InlineData("CursorPath", "https://elsewhere.example.com/cursor", "such as sync/cursor")]
    [InlineData("CursorPath", "v1:cursor", "such as sync/cursor")]
    [InlineData("CursorPath", "sync/cursor?of=me", "such as sync/cursor")]
    [InlineData("CursorPath", "sync/cursor#me", "such as sync/cursor")]
    [InlineData("CursorPath", "/", "such as sync/cursor")]
    [InlineData("MaxRecords", "1001", "from 1 to 1000")]
    [InlineData("Lanes", "0", "from 1 to 64")]
    [InlineData("Url", "http://api.example.com", "AllowHttp")]
    [InlineData("Mode", "Bulk", "Batch, Record")]
    [InlineData("MaxRecords", "0", "from 1 to 1000")]
    [InlineData("MaxRecords", "many", "whole number")]
    [InlineData("Lanes", "65", "from 1 to 64")]
    [InlineData("Versions", "1", "true or false")]
    public void A_wrong_setting_is_named(string key, string? value, string told)
    {
        HiveException wrong = Assert.Throws<HiveException>(() => Create(("Hive:Targets:crm:Url", "https://api.example.com"), ("Hive:Targets:crm:" + key, value)));
        Assert.Contains("Hive:Targets:crm:" + key, wrong.Message, StringComparison.Ordinal);
        Assert.Contains(told, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_secret_nothing_is_sent()
    {
        await using HiveTarget target = Create(("Hive:Targets:crm:Url", "https://api.example.com"));
        TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await target.SendAsync(new SendBatch([Items.Note("n1", 1)], null), CancellationToken.None));
        Assert.Equal(TargetFailure.Configuration, refused.Failure);
        Assert.Contains("Hive:Targets:crm:Secret", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hive:Targets:crm:Secret", "a,b$%&'\"", "a,b$%&'\"")]
    [InlineData("Hive:Targets:crm:Secret", " key\n", "key")]
    [InlineData("SYNC_SECRET", "first,second", "first")]
    public async Task A_secret_is_sent_as_it_is_and_of_a_list_the_first(string key, string secret, string expected)
    {
        ConcurrentQueue<string> sent = [];
        await using FixedServer server = await FixedServer.StartAsync(context =>
        {
            sent.Enqueue(context.Request.Headers["X-Sync-Secret"].ToString());
            return Task.CompletedTask;
        });
        await using HiveTarget target = Create(("Hive:Targets:crm:Url", server.Url), (key, secret));
        await target.SendAsync(new SendBatch([Items.Note("n1", 1)], null), CancellationToken.None);
        Assert.Equal([expected], sent);
    }

    [Fact]
    public async Task The_configuration_makes_a_target()
    {
        await using HiveTarget target = Create(("DATABASE_URL", "https://api.example.com"), ("Hive:Targets:crm:Mode", "record"), ("Hive:Targets:crm:Lanes", "4"), ("Hive:Targets:crm:CursorPath", "sync/cursor"));
        Assert.Equal((1, 4, true), (target.MaxBatch, target.Lanes, target.RemembersCursor));
    }

    private static async Task<string> ToldAsync(FixedServer server, RestMode mode, SyncItem[] items)
    {
        await using RestTarget target = new("crm", server.Url, new RestTargetOptions { Secret = Secret, Mode = mode });
        try
        {
            return string.Join(' ', (await target.SendAsync(new SendBatch(items, null), CancellationToken.None)).Select(static outcome => outcome.Status));
        }
        catch (TargetException thrown)
        {
            Assert.Contains(server.Url, thrown.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, thrown.ToString(), StringComparison.Ordinal);
            return thrown.Failure.ToString();
        }
    }

    [Theory]
    [InlineData(409, 10, null)]
    [InlineData(412, 10, null)]
    [InlineData(409, 9, TargetFailure.CursorConflict)]
    [InlineData(412, 9, TargetFailure.CursorConflict)]
    [InlineData(404, 10, TargetFailure.Configuration)]
    public async Task A_cursor_that_is_there_already_is_no_conflict(int status, long at, TargetFailure? expected)
    {
        await using FixedServer server = await FixedServer.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Method == "GET" ? 200 : status;
            return context.Response.WriteAsJsonAsync(new { cursor = new { session = "session_a", seq = at, epoch = 1, high = 12 } });
        });
        await using RestTarget target = new("crm", server.Url, new RestTargetOptions { Secret = Secret, CursorPath = "sync/cursor" });
        Exception? thrown = await Record.ExceptionAsync(async () => await target.SendAsync(new SendBatch([], new CursorMove(Items.Home, null, new TargetCursor("session_a", 10, 1, 12))), CancellationToken.None));
        Assert.Equal(expected, (thrown as TargetException)?.Failure);
        Assert.Equal(expected is null, thrown is null);
    }

    [Fact]
    public async Task The_clock_of_the_app_is_the_targets()
    {
        FakeTimeProvider clock = new(new DateTimeOffset(2001, 2, 3, 4, 5, 6, TimeSpan.Zero));
        ConcurrentQueue<JsonElement> sent = [];
        await using FixedServer server = await FixedServer.StartAsync(async context => sent.Enqueue(await context.Request.ReadFromJsonAsync<JsonElement>()));
        await using HiveTarget target = Create(clock, ("Hive:Targets:crm:Url", server.Url), ("Hive:Targets:crm:Secret", Secret));
        await target.SendAsync(new SendBatch([Items.Note("n1", 1)], null), CancellationToken.None);
        Assert.Equal(clock.GetUtcNow().ToUnixTimeMilliseconds(), Assert.Single(sent).GetProperty("timestamp").GetInt64());
    }

    private static HiveTarget Create(params (string Key, string? Value)[] settings) => Create(TimeProvider.System, settings);

    private static HiveTarget Create(TimeProvider clock, params (string Key, string? Value)[] settings)
    {
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.GroupBy(static setting => setting.Key).Select(static group => KeyValuePair.Create(group.Key, group.Last().Value))).Build();
        using ServiceProvider provider = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton(clock).BuildServiceProvider();
        return new RestAdapter().Create("crm", configuration.GetSection("Hive:Targets:crm"), provider);
    }
}
