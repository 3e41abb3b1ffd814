using HiveGen.Targets;
using HiveGen.TestModels;

namespace HiveGen.Generator.Tests;

/// <summary>What the app's own target is handed of a batch.</summary>
public sealed class CustomTargetTests
{
    private static readonly CursorMove Move = new("hive", null, new TargetCursor("session", 3, 1));

    [Fact]
    public async Task A_batch_is_cut_into_runs_in_its_order()
    {
        Recorder target = new();

        IReadOnlyList<ItemOutcome> outcomes = await target.SendAsync(new SendBatch([User("a"), User("b"), Post("p"), Gone("c"), User("d")], Move), default);

        Assert.Equal(["upsert users a b", "upsert posts p", "delete users c", "upsert users d"], target.Calls);
        Assert.All(outcomes, static outcome => Assert.Equal(ItemStatus.Applied, outcome.Status));
        Assert.Equal(Move, target.Saved);
        Assert.False(target.RemembersCursor);
    }

    [Fact]
    public async Task A_failure_is_classed_by_its_type_and_moves_no_cursor()
    {
        Recorder target = new() { Failure = new InvalidOperationException("down") };

        TargetException failed = await Assert.ThrowsAsync<TargetException>(() => target.SendAsync(new SendBatch([User("a")], Move), default).AsTask());

        Assert.Equal(TargetFailure.Unknown, failed.Failure);
        Assert.Contains("down", failed.Message, StringComparison.Ordinal);
        Assert.Null(target.Saved);
    }

    [Fact]
    public async Task The_apps_own_words_about_a_failure_are_kept()
    {
        TargetException own = new(TargetFailure.Throttled, "slow down");
        Recorder target = new() { Failure = own };

        Assert.Same(own, await Assert.ThrowsAsync<TargetException>(() => target.SendAsync(new SendBatch([User("a")], null), default).AsTask()));
    }

    private static SyncItem User(string id) => new(Account.Schema.Instance.Sync!, SqlValue.From(id), id, 1, "hive", new AccountSync { Id = id });

    private static SyncItem Post(string id) => new(TestModels.Post.Schema.Instance.Sync!, SqlValue.From(id), id, 1, "hive", new PostSync { Id = id });

    private static SyncItem Gone(string id) => new(Account.Schema.Instance.Sync!, SqlValue.From(id), id, 1, "hive", null);

    private sealed class Recorder() : CustomTarget("recorder")
    {
        public List<string> Calls { get; } = [];

        public CursorMove? Saved { get; private set; }

        public Exception? Failure { get; init; }

        protected override ValueTask SaveCursorAsync(CursorMove move, CancellationToken cancellationToken)
        {
            Saved = move;
            return default;
        }

        protected override ValueTask UpsertAsync(SyncModel model, IReadOnlyList<SyncItem> items, CancellationToken cancellationToken) => Note("upsert", model, items);

        protected override ValueTask DeleteAsync(SyncModel model, IReadOnlyList<SyncItem> items, CancellationToken cancellationToken) => Note("delete", model, items);

        private ValueTask Note(string verb, SyncModel model, IReadOnlyList<SyncItem> items)
        {
            if (Failure is not null)
            {
                throw Failure;
            }

            Calls.Add($"{verb} {model.Name} {string.Join(' ', items.Select(static item => item.RecordId))}");
            return default;
        }
    }
}
