using System.Text.Json;
using HiveGen.Adapters.MongoDb;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

/// <summary>What servers may answer and the suite's does not.</summary>
public sealed class AnswerTests
{
    // A server may know the end of a result only when it is asked for more: mongod's newer engine, and routers of shards.
    [Fact]
    public async Task A_cursor_that_a_server_leaves_open_hides_no_document()
    {
        string stored = """{"_id":"hive","session":"s","seq":{"$numberLong":"7"},"epoch":{"$numberLong":"1"},"high":{"$numberLong":"9"}}""";
        ScriptedCommands commands = new(command => LeftOpen(command, stored));
        await using MongoTarget target = Target(commands);
        Assert.Equal(new TargetCursor("s", 7, 1, 9), await target.ReadCursorAsync("hive", CancellationToken.None));
        TargetException foreign = await Assert.ThrowsAsync<TargetException>(async () => await target.PrepareAsync([Items.Notes], CancellationToken.None));
        Assert.Equal(TargetFailure.Configuration, foreign.Failure);
        Assert.DoesNotContain("getMore", commands.Names);
    }

    [Fact]
    public async Task One_document_is_asked_for_in_one_batch()
    {
        List<bool> single = [];
        await using MongoTarget target = Target(new ScriptedCommands(command =>
        {
            single.Add(command.GetProperty("singleBatch").GetBoolean());
            return """{"cursor":{"id":{"$numberLong":"0"},"firstBatch":[]},"ok":{"$numberInt":"1"}}""";
        }));
        Assert.Null(await target.ReadCursorAsync("hive", CancellationToken.None));
        Assert.Equal([true], single);
    }

    [Fact]
    public async Task A_cursor_beyond_all_numbers_is_a_broken_answer()
    {
        await using MongoTarget target = Target(new ScriptedCommands(static command => LeftOpen(command, """{"_id":"hive","session":"s","epoch":{"$numberLong":"4294967296"}}""")));
        TargetException broken = await Assert.ThrowsAsync<TargetException>(async () => await target.ReadCursorAsync("hive", CancellationToken.None));
        Assert.Equal(TargetFailure.Transient, broken.Failure);
    }

    [Theory]
    [InlineData(13)]
    [InlineData(8000)]
    public async Task A_write_that_is_refused_for_what_a_person_must_mend_is_no_fault_of_its_record(int code)
    {
        await using MongoTarget target = Target(new ScriptedCommands(command => Refuse(code)));
        TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await target.SendAsync(new SendBatch([Items.Note("n1", 5), Items.Note("n2", 6)], null), CancellationToken.None));
        Assert.Equal(TargetFailure.Configuration, refused.Failure);
        Assert.Contains("its words", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(91)]
    [InlineData(121)]
    public async Task A_sweep_that_left_documents_behind_is_not_done(int code)
    {
        await using MongoTarget target = Target(new ScriptedCommands(command => command.TryGetProperty("find", out _)
            ? """{"cursor":{"id":{"$numberLong":"0"},"firstBatch":[{"_id":"n1"}]},"ok":{"$numberInt":"1"}}"""
            : Refuse(code)));
        TargetException left = await Assert.ThrowsAsync<TargetException>(async () => await target.SweepAsync(Items.Notes, Items.Home, 10, [], at: null, CancellationToken.None));
        Assert.Contains("its words", left.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_write_waits_for_the_majority_and_ghosts_go_by_their_age_and_the_cursor()
    {
        FakeTimeProvider clock = new();
        List<JsonElement> sent = [];
        ScriptedCommands commands = new(command =>
        {
            sent.Add(command);
            return command.TryGetProperty("find", out _)
                ? """{"cursor":{"id":{"$numberLong":"0"},"firstBatch":[]},"ok":{"$numberInt":"1"}}"""
                : """{"n":{"$numberInt":"1"},"nModified":{"$numberInt":"1"},"ok":{"$numberInt":"1"}}""";
        });
        await using MongoTarget target = new("mongo", commands, new MongoTargetOptions { Database = "app", Clock = clock, GhostRetention = TimeSpan.FromDays(3) });
        await target.PrepareAsync([Items.Notes], CancellationToken.None);
        TargetCursor first = new("s", 10, 2);
        await target.SendAsync(new SendBatch([Items.Note("n1", 5)], new CursorMove(Items.Home, null, first)), CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(1));
        await target.SendAsync(new SendBatch([], new CursorMove(Items.Home, first, first with { Seq = 11 })), CancellationToken.None);
        JsonElement[] writes = [.. sent.Where(static command => !command.TryGetProperty("find", out _))];
        Assert.Equal(["createIndexes", "update", "insert", "delete", "update"], writes.Select(static command => command.EnumerateObject().First().Name));
        Assert.All(writes, static command => Assert.Equal("majority", command.GetProperty("writeConcern").GetProperty("w").GetString()));
        JsonElement ghosts = writes[3].GetProperty("deletes")[0].GetProperty("q");
        DateTimeOffset start = clock.GetUtcNow() - TimeSpan.FromSeconds(1) - TimeSpan.FromDays(3);
        Assert.Equal($$$$"""{"$lt":{"$date":{"$numberLong":"{{{{start.ToUnixTimeMilliseconds()}}}}"}}}""", ghosts.GetProperty("_syncedAt").GetRawText());
        Assert.Equal($$$$"""[{"_home":"{{{{Items.Home}}}}","_version":{"$lte":{"$numberLong":"{{{{SyncVersion.Of(2, 10)}}}}"}}},{"_home":"http"}]""", ghosts.GetProperty("$or").GetRawText());
    }

    private static MongoTarget Target(ScriptedCommands commands) => new("mongo", commands, new MongoTargetOptions { Database = "app" });

    private static string LeftOpen(JsonElement command, string document)
        => command.TryGetProperty("find", out _) ? $$$"""{"cursor":{"id":{"$numberLong":"7"},"firstBatch":[{{{document}}}]},"ok":{"$numberInt":"1"}}"""
            : command.TryGetProperty("getMore", out _) ? """{"cursor":{"id":{"$numberLong":"0"},"nextBatch":[]},"ok":{"$numberInt":"1"}}"""
            : """{"ok":{"$numberInt":"1"}}""";

    private static string Refuse(int code)
        => $$$"""{"n":{"$numberInt":"1"},"nModified":{"$numberInt":"0"},"writeErrors":[{"index":{"$numberInt":"0"},"code":{"$numberInt":"{{{code}}}"},"errmsg":"its words"}],"ok":{"$numberInt":"1"}}""";
}
