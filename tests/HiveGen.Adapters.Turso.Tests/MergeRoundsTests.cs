using HiveGen.Targets;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

/// <summary>Requests without a version at a target that reads and writes in two steps, and other writers between them.</summary>
public sealed class MergeRoundsTests
{
    private readonly List<SyncItem> written = [];
    private long stored = 5;
    private int races;

    [Fact]
    public async Task A_request_that_lost_a_race_is_read_and_written_again()
    {
        races = 3;
        ItemOutcome outcome = Assert.Single(await SendAsync(Items.Merge("n1", SyncOperation.Update, new NoteSync { Title = "new" })));
        Assert.Equal(ItemStatus.Applied, outcome.Status);
        Assert.Equal([6L, 7, 8, 9], written.Select(static item => item.Version));
        Assert.All(written, static item => Assert.Equal("kept", ((NoteSync)item.Record!).Body));
    }

    [Fact]
    public async Task A_removal_that_lost_a_race_is_read_and_written_again()
    {
        races = 1;
        Assert.Equal(ItemStatus.Applied, Assert.Single(await SendAsync(Items.Merge("n1", SyncOperation.Delete, null))).Status);
        Assert.Equal([6L, 7], written.Select(static item => item.Version));
    }

    [Fact]
    public async Task One_that_finds_no_gap_is_tried_later()
    {
        races = int.MaxValue;
        Assert.Equal(ItemStatus.Retry, Assert.Single(await SendAsync(Items.Merge("n1", SyncOperation.Update, new NoteSync { Title = "new" }))).Status);
    }

    [Fact]
    public async Task Two_requests_for_one_record_come_one_after_the_other()
    {
        IReadOnlyList<ItemOutcome> outcomes = await SendAsync(
            Items.Merge("n1", SyncOperation.Update, new NoteSync { Title = "first" }), Items.Merge("n1", SyncOperation.Update, new NoteSync { Title = "second" }));
        Assert.All(outcomes, static outcome => Assert.Equal(ItemStatus.Applied, outcome.Status));
        Assert.Equal([(6L, "first"), (7, "second")], written.Select(static item => (item.Version, ((NoteSync)item.Record!).Title!)));
    }

    private ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(params SyncItem[] items) => MergeRounds.SendAsync(new SendBatch(items, null), ReadAsync, WriteAsync, CancellationToken.None);

    private ValueTask<IReadOnlyList<TargetRow?>> ReadAsync(IReadOnlyList<SyncItem> items, CancellationToken cancellationToken)
        => new([.. items.Select(item => (TargetRow?)new TargetRow(stored, false, "http", new NoteSync { Id = item.RecordId, Title = "old", Body = "kept" }))]);

    private ValueTask<IReadOnlyList<ItemOutcome>> WriteAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        ItemOutcome[] outcomes = new ItemOutcome[batch.Items.Count];
        for (int index = 0; index < outcomes.Length; index++)
        {
            written.Add(batch.Items[index]);
            stored++; // by somebody else, or by this write
            outcomes[index] = new ItemOutcome(races-- > 0 ? ItemStatus.Stale : ItemStatus.Applied);
        }

        return new(outcomes);
    }
}
