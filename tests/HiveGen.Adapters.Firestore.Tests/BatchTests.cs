using System.Text.Json.Nodes;
using HiveGen.Adapters.Firestore;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

public sealed class BatchTests : IAsyncLifetime
{
    private readonly FakeFirestore firestore = new();

    private FirestoreTarget Target => field ??= new("firestore", "demo", new FirestoreTargetOptions { Emulator = firestore.Host });

    public Task InitializeAsync() => firestore.StartAsync();

    public async Task DisposeAsync()
    {
        await Target.DisposeAsync();
        await firestore.DisposeAsync();
    }

    [Fact]
    public async Task A_batch_is_two_requests()
    {
        await SendAsync([.. Enumerable.Range(0, 400).Select(static i => Items.Note($"n{i}", i + 1))]);
        Assert.Equal(["batchGet", "batchWrite"], Methods());
    }

    [Fact]
    public async Task What_somebody_wrote_between_the_two_is_read_and_judged_again()
    {
        await SendAsync([Items.Note("n1", 1)]);
        firestore.Requests.Clear();
        int writes = 0;
        firestore.Before = (method, _) =>
        {
            if (method == "batchWrite" && writes++ == 0)
            {
                Interfere("n1", 50);
                Interfere("n2", 2);
            }
        };
        IReadOnlyList<ItemOutcome> outcomes = await SendAsync([Items.Note("n1", 10), Items.Note("n2", 11), Items.Note("n3", 12)]);
        Assert.Equal([ItemStatus.Stale, ItemStatus.Applied, ItemStatus.Applied], outcomes.Select(static outcome => outcome.Status));
        Assert.Equal(50, VersionOf("n1"));
        Assert.Equal(11, VersionOf("n2"));
        Assert.Equal(["batchGet", "batchWrite", "batchGet", "batchWrite"], Methods());
    }

    [Fact]
    public async Task Whoever_never_finds_a_gap_tries_later()
    {
        int version = 1;
        firestore.Before = (method, _) =>
        {
            if (method == "batchWrite")
            {
                Interfere("n1", version++);
            }
        };
        Assert.Equal(ItemStatus.Retry, Assert.Single(await SendAsync([Items.Note("n1", 1000)])).Status);
    }

    [Theory]
    [InlineData(10, ItemStatus.Retry)]
    [InlineData(4, ItemStatus.Retry)]
    [InlineData(8, ItemStatus.Retry)]
    [InlineData(13, ItemStatus.Retry)]
    [InlineData(14, ItemStatus.Retry)]
    [InlineData(3, ItemStatus.Permanent)]
    [InlineData(7, ItemStatus.Permanent)]
    public async Task A_write_fails_by_its_code(int code, ItemStatus status)
    {
        firestore.Instead = (method, _) => method == "batchWrite" ? (200, $$"""{"writeResults":[{}],"status":[{"code":{{code}},"message":"its words"}]}""") : null;
        ItemOutcome outcome = Assert.Single(await SendAsync([Items.Note("n1", 5)]));
        Assert.Equal(status, outcome.Status);
        Assert.Contains("its words", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_has_no_more_writes_than_Firestore_takes()
    {
        await SendAsync([.. Enumerable.Range(0, 401).Select(static i => Items.Note($"n{i}", i + 1))]);
        Assert.Equal([400, 1], firestore.Requests.Where(static request => request.Path.EndsWith(":batchWrite", StringComparison.Ordinal)).Select(static request => request.Body["writes"]!.AsArray().Count));
    }

    // A quotation mark is two bytes in JSON, and one in the document.
    [Fact]
    public async Task A_text_is_measured_as_it_is_stored()
        => Assert.Equal(ItemStatus.Applied, Assert.Single(await SendAsync([Items.Note("n1", 5, body: new string('"', 600_000))])).Status);

    [Theory]
    [InlineData("""{"status":[{}]}""")]
    [InlineData("""{"status":[{},{},{}]}""")]
    [InlineData("""{"status":[{},{"code":"0"}]}""")]
    public async Task An_answer_whose_statuses_are_not_those_of_the_writes_is_a_broken_one(string body)
    {
        firestore.Instead = (method, _) => method == "batchWrite" ? (200, body) : null;
        TargetException broken = await Assert.ThrowsAsync<TargetException>(() => SendAsync([Items.Note("n1", 5), Items.Note("n2", 6)]));
        Assert.Equal(TargetFailure.Transient, broken.Failure);
    }

    [Fact]
    public async Task A_request_stays_below_what_the_emulator_takes()
    {
        string large = new('x', 900_000);
        IReadOnlyList<ItemOutcome> outcomes = await SendAsync([.. Enumerable.Range(0, 8).Select(i => Items.Note($"n{i}", i + 1, body: large))]);
        Assert.All(outcomes, static outcome => Assert.Equal(ItemStatus.Applied, outcome.Status));
        Assert.Equal(3, Methods().Count(static method => method == "batchWrite"));
        Assert.All(firestore.Requests, static request => Assert.True(request.Body.ToJsonString().Length < 3_600_000));
    }

    [Fact]
    public async Task A_record_larger_than_a_document_is_refused_alone_and_never_sent()
    {
        IReadOnlyList<ItemOutcome> outcomes = await SendAsync([Items.Note("n1", 5), Items.Note("n2", 6, body: new string('x', 1_048_488)), Items.Note("n3", 7, new string('t', 600_000), new string('x', 600_000))]);
        Assert.Equal([ItemStatus.Applied, ItemStatus.Permanent, ItemStatus.Permanent], outcomes.Select(static outcome => outcome.Status));
        Assert.Contains("1048487", outcomes[1].Error, StringComparison.Ordinal);
        Assert.Contains("1048576", outcomes[2].Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_of_another_program_is_left_alone()
    {
        firestore.Store.Write(JsonNode.Parse("""{"update":{"name":"projects/demo/databases/(default)/documents/notes/n1","fields":{"theirs":{"booleanValue":true}}}}""")!.AsObject(), firestore.Store.Now());
        ItemOutcome outcome = Assert.Single(await SendAsync([Items.Note("n1", 5)]));
        Assert.Equal(ItemStatus.Conflict, outcome.Status);
        Assert.Contains("another program's", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("50%", "50%25")]
    [InlineData(".", "%2E")]
    [InlineData("..", "%2E%2E")]
    [InlineData("__x__", "%5F_x__")]
    [InlineData("____", "%5F___")]
    [InlineData("___", "___")]
    [InlineData("__", "__")]
    public async Task Ids_that_no_document_may_have_are_written_in_percent(string id, string document)
    {
        await SendAsync([Items.Note(id, 5)]);
        Assert.EndsWith($"/notes/{document}", Assert.Single(firestore.Store.Documents.Keys), StringComparison.Ordinal);
        Assert.Equal(ItemStatus.Stale, Assert.Single(await SendAsync([Items.Note(id, 5)])).Status);
    }

    [Fact]
    public async Task Ids_are_measured_in_bytes()
    {
        SyncItem longest = Items.Note("n0", 5) with { Id = SqlValue.From(new string('ä', 750)), RecordId = new string('ä', 750) };
        SyncItem longer = Items.Note("n0", 6) with { Id = SqlValue.From(new string('ä', 751)), RecordId = new string('ä', 751) };
        Assert.Equal([ItemStatus.Applied, ItemStatus.Permanent], (await SendAsync([longest, longer])).Select(static outcome => outcome.Status));
    }

    [Fact]
    public async Task An_id_that_is_too_long_is_refused_alone()
        => Assert.Equal([ItemStatus.Permanent, ItemStatus.Applied], (await SendAsync([Items.Note("n0", 5) with { Id = SqlValue.From(new string('x', 1501)), RecordId = new string('x', 1501) }, Items.Note("n1", 6)])).Select(static outcome => outcome.Status));

    [Fact]
    public void A_cursor_finds_room_behind_the_last_write_of_a_full_request()
    {
        using FirestoreWrite write = new();
        int count = 0;
        foreach (int size in new[] { 30_000, 0 })
        {
            while (write.TryAdd(Items.Note($"n{count}", 1, body: new string('x', size)), $"notes/n{count}", updateTime: null, out _))
            {
                count++;
            }
        }

        write.Add("cursors/hive", updateTime: null, static fields => FirestoreWrite.WriteText(fields, "session", new string('s', 2000)));
        Assert.InRange(count, 100, FirestoreWrite.MaxWrites - 1);
        Assert.Contains("cursors/hive", System.Text.Encoding.UTF8.GetString(write.End().Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_more_than_an_answer_may_be_is_read_in_smaller_ones()
    {
        int documents = 0;
        bool ended = false;
        firestore.Instead = (method, body) =>
        {
            int limit = body["structuredQuery"]!["limit"]!.GetValue<int>();
            if (limit > 100)
            {
                ended = true;
                return (200, new string(' ', 65 << 20));
            }

            return (200, ended ? "[{}]" : $"[{string.Join(',', Enumerable.Range(0, limit).Select(_ => Document(documents++)))}]");
        };
        IReadOnlyList<BucketDigest> digests = await Target.DigestAsync(Items.Notes, Items.Home, 1, CancellationToken.None);
        Assert.Equal(20 + 40 + 80, digests.Sum(static digest => digest.Count));
        Assert.Equal([20, 40, 80, 160, 20], firestore.Requests.Select(static request => request.Body["structuredQuery"]!["limit"]!.GetValue<int>()));

        static string Document(int id) => $$$$"""{"document":{"name":"projects/demo/databases/(default)/documents/notes/{{{{id}}}}","fields":{"id":{"stringValue":"{{{{id}}}}"},"_version":{"integerValue":"1"},"_deleted":{"booleanValue":false},"_home":{"stringValue":"{{{{Items.Home}}}}"}},"updateTime":"2026-01-01T00:00:00Z"}}""";
    }

    [Fact]
    public async Task The_smallest_page_is_not_asked_for_again_when_it_is_too_large()
    {
        firestore.Instead = static (_, _) => (200, new string(' ', 65 << 20));
        TargetException large = await Assert.ThrowsAsync<TargetException>(async () => await Target.DigestAsync(Items.Notes, Items.Home, 1, CancellationToken.None));
        Assert.Equal(TargetFailure.Transient, large.Failure);
        Assert.Single(firestore.Requests);
    }

    [Theory]
    [InlineData(299, true)]
    [InlineData(301, false)]
    public async Task A_query_may_take_ten_times_as_long_as_another_request(int seconds, bool arrives)
    {
        FakeTimeProvider clock = new();
        await using FirestoreTarget target = new("firestore", "demo", new FirestoreTargetOptions { Emulator = firestore.Host, Clock = clock });
        firestore.Before = (_, _) => clock.Advance(TimeSpan.FromSeconds(seconds));
        if (arrives)
        {
            Assert.Equal(0, await target.SweepAsync(Items.Notes, Items.Home, 10, [], at: null, CancellationToken.None));
            return;
        }

        TargetException late = await Assert.ThrowsAsync<TargetException>(async () => await target.SweepAsync(Items.Notes, Items.Home, 10, [], at: null, CancellationToken.None));
        Assert.Equal(TargetFailure.Timeout, late.Failure);
    }

    [Fact]
    public async Task What_was_written_anew_in_the_middle_of_a_sweep_stays_and_does_not_count()
    {
        Interfere("n1", 1);
        firestore.Before = (method, _) =>
        {
            if (method == "commit")
            {
                Interfere("n1", 50);
            }
        };
        Assert.Equal(0, await Target.SweepAsync(Items.Notes, Items.Home, 10, [], at: null, CancellationToken.None));
        Assert.Equal(50, VersionOf("n1"));
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("[\"a\",\"\\udc00x\"]")]
    [InlineData("{\"\\ud83d\":1}")]
    public void Json_with_half_a_character_keeps_it(string json)
    {
        System.Buffers.ArrayBufferWriter<byte> buffer = new();
        using (System.Text.Json.Utf8JsonWriter writer = new(buffer))
        {
            FirestoreJson.Write(writer, System.Text.Json.JsonElement.Parse(json));
        }

        Assert.Equal(json, FirestoreJsonText.Read(System.Text.Json.JsonElement.Parse(buffer.WrittenSpan)).GetRawText());
    }

    [Fact]
    public async Task Every_commit_of_a_sweep_has_room_for_the_cursor()
    {
        TargetCursor at = new("s", 10, 0);
        await Target.SendAsync(new SendBatch([], new CursorMove(Items.Home, null, at)), CancellationToken.None);
        for (int id = 0; id < 400; id++)
        {
            Interfere($"n{id}", 1);
        }

        Assert.Equal(400, await Target.SweepAsync(Items.Notes, Items.Home, 10, [], at, CancellationToken.None));
        Assert.Equal([400, 2], firestore.Requests.Where(static request => request.Path.EndsWith(":commit", StringComparison.Ordinal)).Select(static request => request.Body["writes"]!.AsArray().Count));
    }

    private async Task<IReadOnlyList<ItemOutcome>> SendAsync(SyncItem[] items) => await Target.SendAsync(new SendBatch(items, null), CancellationToken.None);

    private string[] Methods() => [.. firestore.Requests.Select(static request => request.Path[(request.Path.LastIndexOf(':') + 1)..])];

    private long VersionOf(string id) => long.Parse(firestore.Store.Documents[$"projects/demo/databases/(default)/documents/notes/{id}"].Fields["_version"]!["integerValue"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture);

    private void Interfere(string id, long version) => firestore.Store.Write(
        JsonNode.Parse($$"""{"update":{"name":"projects/demo/databases/(default)/documents/notes/{{id}}","fields":{"id":{"stringValue":"{{id}}"},"_version":{"integerValue":"{{version}}"},"_deleted":{"booleanValue":false},"_home":{"stringValue":"{{Items.Home}}"} } } }""")!.AsObject(),
        firestore.Store.Now());
}
