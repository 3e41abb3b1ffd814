using System.Text.Json;
using HiveGen.Adapters.MongoDb;
using HiveGen.Servers;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

/// <summary>What the target asks of its client.</summary>
[Collection(MongoCollection.Name), Requires<MongoServer>]
public sealed class CommandTests(ServerFixture<MongoServer> mongo)
{
    [Fact]
    public async Task A_value_that_looks_like_an_expression_is_within_a_literal()
    {
        CapturedCommands commands = new();
        await using MongoTarget target = new("mongo", commands, new MongoTargetOptions { Database = "app" });
        await target.SendAsync(new SendBatch([Items.Note("n1", 5, "$notAField")], null), CancellationToken.None);
        JsonElement pipeline = Assert.Single(commands.Documents).GetProperty("updates")[0].GetProperty("u");
        JsonElement literal = pipeline[0].GetProperty("$replaceWith").GetProperty("$cond")[1].GetProperty("$mergeObjects")[0].GetProperty("$literal");
        Assert.Equal("$notAField", literal.GetProperty("title").GetString());
    }

    [ServerFact]
    public async Task The_update_is_that_of_the_official_client_with_the_home_beside_the_version()
    {
        CapturedCommands commands = new();
        await using MongoTarget target = new("mongo", commands, new MongoTargetOptions { Database = "hive" });
        await target.SendAsync(new SendBatch([Items.Note("n1", 5)], null), CancellationToken.None);
        JsonElement sent = await OfficialClient.RunAsync("mongo", "record.mjs", mongo.Server.ConnectionString(""));
        JsonElement recorded = sent.GetProperty("commands").EnumerateArray().First(static one => one.GetProperty("name").GetString() == "update").GetProperty("command");
        JsonElement own = Assert.Single(commands.Documents);
        foreach (JsonProperty member in recorded.EnumerateObject().Where(static member => member.Name is not ("lsid" or "updates" or "update")))
        {
            Assert.Equal(member.Value.GetRawText().Replace(" ", "", StringComparison.Ordinal), own.GetProperty(member.Name).GetRawText());
        }

        JsonElement theirs = recorded.GetProperty("updates")[0];
        JsonElement ours = own.GetProperty("updates")[0];
        Assert.Equal(theirs.EnumerateObject().Select(static member => member.Name).Order(), ours.EnumerateObject().Select(static member => member.Name).Order());
        JsonElement theirCondition = theirs.GetProperty("u")[0].GetProperty("$replaceWith").GetProperty("$cond");
        JsonElement ourCondition = ours.GetProperty("u")[0].GetProperty("$replaceWith").GetProperty("$cond");
        Assert.Equal(JsonSerializer.Serialize(theirCondition[0]), JsonSerializer.Serialize(ourCondition[0].GetProperty("$and")[0]));
        Assert.Equal(theirCondition[1].GetProperty("$mergeObjects")[1].GetRawText().Replace(" ", "", StringComparison.Ordinal).ReplaceLineEndings(""), ourCondition[1].GetProperty("$mergeObjects")[1].GetRawText());
        Assert.Equal("$$ROOT", ourCondition[2].GetString());
    }

    [Fact]
    public async Task A_batch_is_cut_before_a_command_becomes_too_large()
    {
        CapturedCommands commands = new();
        await using MongoTarget target = new("mongo", commands, new MongoTargetOptions { Database = "app" });
        string large = new('x', 5_000_000);
        await target.SendAsync(new SendBatch([.. Enumerable.Range(0, 5).Select(i => Items.Note($"n{i}", i + 1, body: large))], null), CancellationToken.None);
        Assert.Equal([2, 2, 1], commands.Documents.Select(static command => command.GetProperty("updates").GetArrayLength()));
    }

    [Fact]
    public async Task A_record_larger_than_a_document_is_refused_alone_and_never_sent()
    {
        CapturedCommands commands = new();
        await using MongoTarget target = new("mongo", commands, new MongoTargetOptions { Database = "app" });
        IReadOnlyList<ItemOutcome> outcomes = await target.SendAsync(new SendBatch([Items.Note("n1", 5), Items.Note("n2", 6, body: new string('x', 17_000_000)), Items.Note("n3", 7)], null), CancellationToken.None);
        Assert.Equal([ItemStatus.Applied, ItemStatus.Permanent, ItemStatus.Applied], outcomes.Select(static outcome => outcome.Status));
        Assert.Equal(2, Assert.Single(commands.Documents).GetProperty("updates").GetArrayLength());
    }

    [Theory]
    [InlineData(typeof(IOException), TargetFailure.Transient)]
    [InlineData(typeof(TimeoutException), TargetFailure.Timeout)]
    [InlineData(typeof(InvalidDataException), TargetFailure.Transient)]
    public async Task What_a_client_throws_is_told_as_the_targets_failure(Type thrown, TargetFailure failure)
    {
        await using MongoTarget target = new("mongo", new CapturedCommands { Throws = (Exception)Activator.CreateInstance(thrown)! }, new MongoTargetOptions { Database = "app" });
        TargetException told = await Assert.ThrowsAsync<TargetException>(async () => await target.ReadCursorAsync("hive", CancellationToken.None));
        Assert.Equal(failure, told.Failure);
    }
}
