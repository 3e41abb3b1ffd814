using HiveGen.Adapters.Firestore;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

/// <summary>The stand-in under the suite.</summary>
public sealed class FakeProbe : TargetProbe
{
    private readonly FakeFirestore firestore = new();

    public override bool CursorIsTransactional => false;

    public override bool MakesSchema => true;

    public override bool MissesTables => false;

    public override bool TypesColumns => false;

    public override bool Verifies => true;

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Adapter"] = "Firestore", ["ProjectId"] = "demo", ["Emulator"] = firestore.Host };

    public override BadRowReport BadRows => BadRowReport.Item;

    public override bool StoresNul => true;

    public override async ValueTask ResetAsync() => await firestore.StartAsync();

    public override HiveTarget Create() => new FirestoreTarget("firestore", "demo", new FirestoreTargetOptions { Emulator = firestore.Host });

    public override HiveTarget CreateWatched(Func<Task> beforeRequest)
        => new FirestoreTarget("firestore", "demo", new FirestoreTargetOptions { Emulator = firestore.Host, Handler = RequestWatch.Of(beforeRequest) });

    public override HiveTarget CreateWithWrongKey() => new FirestoreTarget("firestore", "demo", new FirestoreTargetOptions { Emulator = firestore.Host, AccessToken = _ => new(WrongKey) });

    public override ValueTask<IReadOnlyList<StoredRow>> ReadAsync(SyncModel model) => new(
        firestore.Look<StoredRow[]>(store => [.. store.Documents.Values.Where(document => document.Name.Contains($"/documents/{model.Name}/", StringComparison.Ordinal)).Select(document => StoredDocument.Row(model, document.ToJson(null)))]));

    public override ValueTask DropAsync(SyncModel model)
    {
        firestore.Look(store => store.Documents.Keys.Where(name => name.Contains($"/documents/{model.Name}/", StringComparison.Ordinal)).ToArray().Count(store.Documents.Remove));
        return default;
    }

    public override ValueTask RefuseTitleAsync(string title)
    {
        firestore.Store.RefusedTitle = title;
        return default;
    }

    public override async ValueTask StopAsync() => await firestore.StopAsync();

    public override async ValueTask StartAsync() => await firestore.StartAsync();

    public override async ValueTask DisposeAsync() => await firestore.DisposeAsync();
}
