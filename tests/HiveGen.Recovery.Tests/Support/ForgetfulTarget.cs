using HiveGen.Adapters.Sqlite;
using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>The SQLite target as one that keeps no cursor.</summary>
internal sealed class ForgetfulTarget(SqliteTarget inner) : HiveTarget(inner.Name)
{
    public override bool RemembersCursor => false;

    public override ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken) => inner.PrepareAsync(models, cancellationToken);

    public override ValueTask<TargetCursor?> ReadCursorAsync(string hive, CancellationToken cancellationToken) => throw new InvalidOperationException("it keeps no cursor");

    public override ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, CancellationToken cancellationToken) => inner.SendAsync(batch with { Cursor = null }, cancellationToken);

    public override ValueTask<int> SweepAsync(SyncModel model, string home, long below, IReadOnlyList<SqlValue> except, TargetCursor? at, CancellationToken cancellationToken)
        => inner.SweepAsync(model, home, below, except, at, cancellationToken);

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}
