using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>Purges ghosts after their retention.</summary>
internal sealed class MongoGhosts(MongoCalls calls, MongoTargetOptions options)
{
    private const long MicrosPerMilli = 1000;

    private readonly GhostPurge purge = new(options.Clock, options.GhostRetention);

    /// <summary>Purges, if that is due.</summary>
    /// <exception cref="TargetException">The target failed.</exception>
    public async ValueTask PurgeIfDueAsync(IReadOnlyCollection<string> collections, CursorMove move, CancellationToken cancellationToken)
    {
        if (purge.IsDue(move, out long before, out long passed))
        {
            foreach (string collection in collections)
            {
                await calls.RunAsync(Delete(collection, move.Hive, before / MicrosPerMilli, passed), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private ReadOnlyMemory<byte> Delete(string collection, string hive, long before, long passed)
    {
        BsonWriter w = new();
        w.Begin();
        w.Text("delete"u8, collection);
        w.BeginArray("deletes"u8);
        w.BeginDocument();
        w.BeginDocument("q"u8);
        w.Bool(MongoNames.Deleted, true);
        w.BeginDocument(MongoNames.SyncedAt);
        w.DateTime("$lt"u8, before);
        w.End();
        w.BeginArray("$or"u8);
        w.BeginDocument();
        w.Text(MongoNames.Home, hive);
        w.BeginDocument(MongoNames.Version);
        w.Int64("$lte"u8, passed);
        w.End();
        w.End();
        w.BeginDocument();
        w.Text(MongoNames.Home, GhostPurge.HttpHome);
        w.End();
        w.End();
        w.End();
        w.Int32("limit"u8, 0);
        w.End();
        w.End();
        calls.EndWrite(w);
        return w.Written;
    }
}
