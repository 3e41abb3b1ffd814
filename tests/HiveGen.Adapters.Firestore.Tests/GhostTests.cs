using HiveGen.Adapters.Firestore;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

/// <summary>When the ghosts of removed records go.</summary>
public sealed class GhostTests : IAsyncLifetime
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
    public async Task Ghosts_go_after_their_retention()
    {
        await Target.PrepareAsync([Items.Notes], CancellationToken.None);
        await ApplyAsync(Items.Gone("n1", 5), Items.Gone("n2", 50), Items.Note("n3", 6));
        TargetCursor at = new("s", 10, 0);
        await Target.SendAsync(new SendBatch([], new CursorMove(Items.Home, null, at)), CancellationToken.None);
        // The stand-in's clock is far behind: its ghosts are old. That which the cursor has not passed stays.
        Assert.Equal(["n2", "n3"], Notes());
    }

    [Fact]
    public async Task Ghosts_of_requests_go_by_age_alone_and_those_of_other_Hives_stay()
    {
        await Target.PrepareAsync([Items.Notes], CancellationToken.None);
        await ApplyAsync(Items.Gone("n1", 5, "hive_other"), Items.Gone("n2", 5, GhostPurge.HttpHome), Items.Gone("n3", SyncVersion.Of(0, 11), GhostPurge.HttpHome), Items.Gone("n4", SyncVersion.Of(0, 11)), Items.Gone("n5", SyncVersion.Of(0, 10)));
        await Target.SendAsync(new SendBatch([], new CursorMove(Items.Home, null, new TargetCursor("s", 10, 0))), CancellationToken.None);
        Assert.Equal(["n1", "n4"], Notes());
    }

    [Fact]
    public async Task Ghosts_of_another_Hive_do_not_keep_ours_from_being_purged()
    {
        await Target.PrepareAsync([Items.Notes], CancellationToken.None);
        // More than one purge takes, and before ours.
        foreach (int[] numbers in Enumerable.Range(0, 1100).Chunk(400))
        {
            await ApplyAsync([.. numbers.Select(static n => Items.Gone($"a{n}", 5, "hive_other"))]);
        }

        await ApplyAsync(Items.Gone("n1", 5));
        await Target.SendAsync(new SendBatch([], new CursorMove(Items.Home, null, new TargetCursor("s", 10, 0))), CancellationToken.None);
        Assert.DoesNotContain("n1", Notes());
        Assert.Equal(1100, Notes().Count());
    }

    [Fact]
    public async Task A_sync_does_not_wait_for_the_index_of_old_ghosts()
    {
        await Target.PrepareAsync([Items.Notes], CancellationToken.None);
        firestore.Instead = static (method, _) => method == "runQuery" ? (400, """[{"error":{"code":400,"message":"The query requires an index.","status":"FAILED_PRECONDITION"}}]""") : null;
        IReadOnlyList<ItemOutcome> outcomes = await Target.SendAsync(new SendBatch([Items.Note("n1", 5)], new CursorMove(Items.Home, null, new TargetCursor("s", 10, 0))), CancellationToken.None);
        Assert.Equal(ItemStatus.Applied, Assert.Single(outcomes).Status);
    }

    private async Task ApplyAsync(params SyncItem[] items) => await Target.SendAsync(new SendBatch(items, null), CancellationToken.None);

    private IEnumerable<string> Notes()
        => firestore.Store.Documents.Keys.Where(static name => name.Contains("/notes/", StringComparison.Ordinal)).Select(static name => name[(name.LastIndexOf('/') + 1)..]);
}
