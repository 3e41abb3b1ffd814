using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>The collections of a target and their indexes: made where they are missing, and never changed. Thread-safe.</summary>
internal sealed class MongoCollections(MongoCalls calls)
{
    private volatile string[] prepared = [];

    /// <summary>The collections that were prepared.</summary>
    public IReadOnlyCollection<string> Names => prepared;

    /// <summary>Makes the collections of these models.</summary>
    /// <exception cref="TargetException">The target failed, or a collection is another program's.</exception>
    public async ValueTask EnsureAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken)
    {
        foreach (SyncModel model in models)
        {
            string collection = model.Mapping<MongoMap>().Collection;
            await calls.RunAsync(Indexes(collection), cancellationToken).ConfigureAwait(false);
            await RefuseForeignAsync(collection, cancellationToken).ConfigureAwait(false);
        }

        prepared = [.. models.Select(static model => model.Mapping<MongoMap>().Collection)];
    }

    private ReadOnlyMemory<byte> Indexes(string collection)
    {
        BsonWriter w = new();
        w.Begin();
        w.Text("createIndexes"u8, collection);
        w.BeginArray("indexes"u8);
        Index(w, "_home_1__version_1"u8, MongoNames.Home, MongoNames.Version);
        Index(w, "_syncedAt_1__id_1"u8, MongoNames.SyncedAt, MongoNames.Id);
        w.End();
        calls.EndWrite(w);
        return w.Written;
    }

    private static void Index(BsonWriter w, ReadOnlySpan<byte> name, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        w.BeginDocument();
        w.Text("name"u8, name);
        w.BeginDocument("key"u8);
        w.Int32(first, 1);
        w.Int32(second, 1);
        w.End();
        w.End();
    }

    // The guard would take a document without bookkeeping for an empty place.
    private async ValueTask RefuseForeignAsync(string collection, CancellationToken cancellationToken)
    {
        BsonWriter find = MongoFind.Begin(collection);
        find.BeginDocument("filter"u8);
        find.Null(MongoNames.Home);
        find.End();
        find.BeginDocument("projection"u8);
        find.Int32(MongoNames.Id, 1);
        find.End();
        bool isForeign = false;
        await MongoFind.RunAsync(calls, collection, find, limit: 1, batch => isForeign = batch.Count > 0, cancellationToken).ConfigureAwait(false);
        if (isForeign)
        {
            throw new TargetException(TargetFailure.Configuration, $"The collection '{collection}' of '{calls.Database}' is another program's: it holds documents without _home. Rename it, or give the target a database of its own.");
        }
    }
}
