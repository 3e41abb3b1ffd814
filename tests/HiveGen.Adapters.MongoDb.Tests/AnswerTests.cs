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

    private static MongoTarget Target(ScriptedCommands commands) => new("mongo", commands, new MongoTargetOptions { Database = "app" });

    private static string LeftOpen(JsonElement command, string document)
        => command.TryGetProperty("find", out _) ? $$$"""{"cursor":{"id":{"$numberLong":"7"},"firstBatch":[{{{document}}}]},"ok":{"$numberInt":"1"}}"""
            : command.TryGetProperty("getMore", out _) ? """{"cursor":{"id":{"$numberLong":"0"},"nextBatch":[]},"ok":{"$numberInt":"1"}}"""
            : """{"ok":{"$numberInt":"1"}}""";

    private static string Refuse(int code)
        => $$$"""{"n":{"$numberInt":"1"},"nModified":{"$numberInt":"0"},"writeErrors":[{"index":{"$numberInt":"0"},"code":{"$numberInt":"{{{code}}}"},"errmsg":"its words"}],"ok":{"$numberInt":"1"}}""";
}
