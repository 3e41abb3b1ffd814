using HiveGen.Adapters.Firestore;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

public sealed class ErrorTests
{
    [Theory]
    [InlineData(503, "UNAVAILABLE", TargetFailure.Transient)]
    [InlineData(409, "ABORTED", TargetFailure.Transient)]
    [InlineData(504, "DEADLINE_EXCEEDED", TargetFailure.Transient)]
    [InlineData(500, "INTERNAL", TargetFailure.Transient)]
    [InlineData(429, "RESOURCE_EXHAUSTED", TargetFailure.Throttled)]
    [InlineData(400, "INVALID_ARGUMENT", TargetFailure.Batch)]
    [InlineData(409, "ALREADY_EXISTS", TargetFailure.Batch)]
    [InlineData(400, "FAILED_PRECONDITION", TargetFailure.Configuration)]
    [InlineData(401, "UNAUTHENTICATED", TargetFailure.Configuration)]
    [InlineData(403, "PERMISSION_DENIED", TargetFailure.Configuration)]
    [InlineData(404, "NOT_FOUND", TargetFailure.Configuration)]
    public async Task A_request_fails_by_its_status(int http, string status, TargetFailure failure)
    {
        foreach (string form in new[] { "{0}", "[{0}]" })
        {
            TargetException told = await FailAsync(http, form.Replace("{0}", $$$"""{"error":{"code":{{{http}}},"message":"its words","status":"{{{status}}}"}}""", StringComparison.Ordinal));
            Assert.Equal(failure, told.Failure);
            Assert.Contains("its words", told.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(502, "<html>", TargetFailure.Transient)]
    [InlineData(404, "<html>", TargetFailure.Configuration)]
    [InlineData(200, "<html>", TargetFailure.Transient)]
    [InlineData(200, "{}", TargetFailure.Transient)]
    [InlineData(200, "[{\"found\":{}}]", TargetFailure.Transient)]
    [InlineData(200, "[{\"found\":7}]", TargetFailure.Transient)]
    public async Task An_answer_that_is_none_is_told(int http, string body, TargetFailure failure) => Assert.Equal(failure, (await FailAsync(http, body)).Failure);

    // A method that streams has said 200 before it fails.
    [Fact]
    public async Task A_stream_that_ends_in_an_error_is_no_shorter_answer()
    {
        string failed = """{"error":{"code":503,"message":"its words","status":"UNAVAILABLE"}}""";
        TargetException read = await FailAsync(200, $$"""[{"missing":"projects/demo/databases/(default)/documents/notes/n1","readTime":"2026-01-01T00:00:00Z"},{{failed}}]""");
        Assert.Equal(TargetFailure.Transient, read.Failure);
        Assert.Contains("its words", read.Message, StringComparison.Ordinal);

        await using FakeFirestore firestore = new() { Instead = (method, _) => method == "runQuery" ? (200, $$"""[{"readTime":"2026-01-01T00:00:00Z"},{{failed}}]""") : null };
        await firestore.StartAsync();
        await using FirestoreTarget target = new("firestore", "demo", new FirestoreTargetOptions { Emulator = firestore.Host });
        TargetException swept = await Assert.ThrowsAsync<TargetException>(async () => await target.SweepAsync(Items.Notes, Items.Home, 10, [], at: null, CancellationToken.None));
        Assert.Contains("its words", swept.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"status":[]}""")]
    [InlineData("""{"status":7}""")]
    public async Task An_answer_without_the_cursors_status_is_a_broken_one(string body)
    {
        await using FakeFirestore firestore = new() { Instead = (method, _) => method == "batchWrite" ? (200, body) : null };
        await firestore.StartAsync();
        await using FirestoreTarget target = new("firestore", "demo", new FirestoreTargetOptions { Emulator = firestore.Host });
        TargetException broken = await Assert.ThrowsAsync<TargetException>(async () => await target.SendAsync(new SendBatch([], new CursorMove(Items.Home, null, new TargetCursor("s", 1, 0))), CancellationToken.None));
        Assert.Equal(TargetFailure.Transient, broken.Failure);
    }

    private static async Task<TargetException> FailAsync(int http, string body)
    {
        await using FakeFirestore firestore = new() { Instead = (_, _) => (http, body) };
        await firestore.StartAsync();
        await using FirestoreTarget target = new("firestore", "demo", new FirestoreTargetOptions { Emulator = firestore.Host });
        return await Assert.ThrowsAsync<TargetException>(async () => await target.SendAsync(new SendBatch([Items.Note("n1", 5)], null), CancellationToken.None));
    }
}
