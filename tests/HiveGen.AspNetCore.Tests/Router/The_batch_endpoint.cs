using System.Text.Json.Nodes;
using HiveGen.Targets;

namespace HiveGen.AspNetCore.Tests.Router;

public sealed class The_batch_endpoint
{
    [Fact]
    public async Task A_batch_of_right_records_succeeds_in_the_originals_words()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        Answer answer = await app.BatchAsync("""{"model":"users","operation":"create","records":[{"recordId":"a","data":{"email":"a@x"}},{"recordId":"b","data":{"email":"b@x","bladeId":"b"}}],"timestamp":1234567890}""");
        Assert.Equal(200, answer.Status);
        Assert.Equal("""{"success":true,"successful":2,"failed":0,"total":2,"results":[{"recordId":"a","success":true,"status":"applied"},{"recordId":"b","success":true,"status":"applied"}]}""", answer.Text);
        Assert.Equal("a@x", app.Target.User("a")!.Email);
        Assert.Equal("b@x", app.Target.User("b")!.Email);
    }

    [Fact]
    public async Task Records_before_the_models_name_are_read_alike()
    {
        const string Records = """
            "records":[{"data":{"id":"a","email":"a@x","name":"Ada"},"recordId":"a"},{"recordId":"b","data":{"email":1,"x":2}},{"recordId":"c","data":{"bladeId":"z","email":"c@x"}}]
            """;
        await using RouterApp app = await RouterApp.StartAsync();
        Answer first = await app.BatchAsync($$"""{"model":"users","operation":"create",{{Records}}}""");
        Answer last = await app.BatchAsync($$"""{{{Records}},"operation":"create","model":"users"}""");
        Assert.Equal(first.Text, last.Text);
        Assert.Equal((1, 2), ((int)last.Json!["successful"]!, (int)last.Json["failed"]!));
        Assert.Equal(["email must be a string. x is no field of this model.", "bladeId is another id than recordId."], last.Json["results"]!.AsArray().Skip(1).Select(static r => (string?)r!["error"]));
        Assert.Equal(["a@x Ada", "a@x Ada"], app.Target.Batches.Select(static batch => batch.Items.Single().Record).Cast<UserSync>().Select(static user => $"{user.Email} {user.Name}"));
    }

    [Fact]
    public async Task An_empty_batch_succeeds_and_sends_nothing()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        Answer answer = await app.BatchAsync("""{"model":"users","operation":"delete","records":[]}""");
        Assert.Equal("""{"success":true,"successful":0,"failed":0,"total":0,"results":[]}""", answer.Text);
        Assert.Empty(app.Target.Batches);
    }

    [Fact]
    public async Task Wrong_records_fail_by_themselves_and_the_others_are_written()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        Answer answer = await app.BatchAsync("""
            {"model":"users","operation":"create","records":[
              {"recordId":"good","data":{"email":"a@x"}}, {"recordId":"bad","data":{"email":1,"x":2}}, {"data":{"email":"a@x"}}, 7, {"recordId":"nothing"}, {"recordId":"other","data":{"email":"a@x","id":"z"}},
              {"recordId":"extra","data":{"email":"a@x"},"model":"users"}, {"recordId":"versioned","version":1,"data":{"email":"a@x"}}, {"recordId":"last","data":{"email":"z@x"}}]}
            """);
        Assert.Equal(200, answer.Status);
        JsonNode json = answer.Json!;
        Assert.Equal((false, 2, 7, 9), ((bool)json["success"]!, (int)json["successful"]!, (int)json["failed"]!, (int)json["total"]!));
        Assert.Equal(
            ["good applied", "bad invalid", " invalid", " invalid", "nothing invalid", "other invalid", "extra invalid", "versioned invalid", "last applied"],
            json["results"]!.AsArray().Select(static r => $"{(string?)r!["recordId"]} {(string?)r["status"]}"));
        Assert.Equal(
            [null, "email must be a string. x is no field of this model.", "recordId is required.", "records must hold objects.", "data is required, except for a delete.", "id is another id than recordId.", "model is unknown here. Known are recordId, data, version.", "home is required where there is a version: the id of the Hive that sends it.", null],
            json["results"]!.AsArray().Select(static r => (string?)r!["error"]));
        Assert.Equal("must be a string.", (string?)json["results"]![1]!["errors"]!["email"]![0]);
        Assert.Equal(["good", "last"], app.Target.Batches.Single().Items.Select(static item => item.RecordId));
    }

    [Theory]
    [InlineData("""{"model":"users","operation":"create"}""", "records is required")]
    [InlineData("""{"model":"users","operation":"create","records":{}}""", "records must be an array")]
    [InlineData("""{"model":"nope","operation":"create","records":[{"recordId":"a","data":{}}]}""", "'nope' is unknown")]
    [InlineData("""{"model":"users","operation":"merge","records":[{"recordId":"a","data":{}}]}""", "'merge' is unknown")]
    [InlineData("""{"model":"users","operation":"create","recordId":"a","records":[]}""", "recordId is unknown here")]
    [InlineData("""{"model":"users","operation":"create","records":[{"recordId":"a","data":{"email":"a@x"}},]}""", "not valid JSON")]
    [InlineData("""{"model":"users","operation":"create","records":[{"recordId":"a","data":{"email":"a@x"}}]""", "not valid JSON")]
    public async Task A_batch_that_is_wrong_as_a_whole_writes_nothing(string body, string naming)
    {
        await using RouterApp app = await RouterApp.StartAsync();
        (await app.BatchAsync(body)).Refuses(400, naming);
        Assert.Empty(app.Target.Batches);
    }

    [Fact]
    public async Task More_records_than_the_limit_are_refused_by_its_number()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        (await app.BatchAsync(Deletes(1001))).Refuses(413, "more than 1000");
        Assert.Empty(app.Target.Batches);
        (await app.BatchAsync(Deletes(1000))).Accepts();
    }

    [Fact]
    public async Task A_target_gets_no_more_at_once_than_it_can_take()
    {
        await using RouterApp app = await RouterApp.StartAsync(target: new MemoryTarget("small", maxBatch: 3));
        (await app.BatchAsync(Deletes(8))).Accepts();
        Assert.Equal([3, 3, 2], app.Target.Batches.Select(static batch => batch.Items.Count));
    }

    [Fact]
    public async Task Records_named_twice_are_merged_in_arrival_order()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        (await app.BatchAsync("""{"model":"users","operation":"create","records":[{"recordId":"a","data":{"email":"1@x","name":"one"}},{"recordId":"b","data":{"email":"b@x"}},{"recordId":"a","data":{"email":"2@x","handle":"two"}}]}""")).Accepts();
        Assert.Equal(["a", "b"], app.Target.Batches.Single().Items.Select(static item => item.RecordId));
        UserSync user = app.Target.User("a")!;
        Assert.Equal(("2@x", "one", "two"), (user.Email, user.Name, user.Handle));
    }

    [Fact]
    public async Task A_wrong_repetition_spoils_nothing_of_the_right_one()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        Answer answer = await app.BatchAsync("""{"model":"users","operation":"update","records":[{"recordId":"a","data":{"name":"one"}},{"recordId":"a","data":{"name":2}}]}""");
        Assert.Equal((1, 1), ((int)answer.Json!["successful"]!, (int)answer.Json["failed"]!));
        Assert.Equal("one", app.Target.User("a")!.Name);
    }

    [Fact]
    public async Task A_versioned_batch_is_state_and_holds_each_record_once()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        Answer answer = await app.BatchAsync("""{"model":"users","operation":"update","home":"h","records":[{"recordId":"a","version":5,"data":{"email":"a@x"}},{"recordId":"a","version":6,"data":{"email":"b@x"}},{"recordId":"b","data":{"email":"b@x"}}]}""");
        Assert.Equal(["applied", "invalid", "invalid"], answer.Json!["results"]!.AsArray().Select(static r => (string?)r!["status"]));
        SyncItem item = app.Target.Batches.Single().Items.Single();
        Assert.Equal((5L, "h", SyncItemKind.State), (item.Version, item.Home, item.Kind));
    }

    [Fact]
    public async Task What_the_target_says_of_each_record_is_told_for_each()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        app.Target.Before = static (_, _) => new([new(ItemStatus.Applied), new(ItemStatus.Stale), new(ItemStatus.Conflict, "of another home"), new(ItemStatus.Permanent, "value too long"), new(ItemStatus.Retry, "lock")]);
        Answer answer = await app.BatchAsync(Deletes(5));
        Assert.Equal(200, answer.Status);
        Assert.Equal((false, 2, 3), ((bool)answer.Json!["success"]!, (int)answer.Json["successful"]!, (int)answer.Json["failed"]!));
        Assert.Equal(["applied", "stale", "conflict", "refused", "retry"], answer.Json["results"]!.AsArray().Select(static r => (string?)r!["status"]));
        Assert.Equal([null, null, "of another home", "value too long", "The target cannot take the record now; send it again later."], answer.Json["results"]!.AsArray().Select(static r => (string?)r!["error"]));
    }

    private static string Deletes(int count)
        => $$"""{"model":"users","operation":"delete","records":[{{string.Join(',', Enumerable.Range(0, count).Select(static i => $$"""{"recordId":"r{{i}}"}"""))}}]}""";
}
