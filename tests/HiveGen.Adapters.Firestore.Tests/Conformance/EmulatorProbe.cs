using System.Text.Json.Nodes;
using HiveGen.Adapters.Firestore;
using HiveGen.Servers;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

/// <summary>A project of its own in Google's emulator. It forgets everything when it stops, and its rules do not bind a service account.</summary>
public sealed class EmulatorProbe(ServerFixture<FirestoreEmulator> emulator) : TargetProbe
{
    private readonly string project = $"demo-{Guid.NewGuid():N}";
    private readonly HttpClient http = new();

    public override bool CursorIsTransactional => false;

    public override bool MakesSchema => true;

    public override bool MissesTables => false;

    public override bool TypesColumns => false;

    public override bool Verifies => true;

    public override BadRowReport BadRows => BadRowReport.Item;

    public override bool RefusesRows => false;

    public override bool HasCredentials => false;

    public override bool StoresNul => true;

    public override ValueTask ResetAsync() => default;

    public override HiveTarget CreateWatched(Func<Task> beforeRequest)
        => new FirestoreTarget("firestore", project, new FirestoreTargetOptions { Emulator = emulator.Server.Host, Handler = RequestWatch.Of(beforeRequest) });

    public override HiveTarget Create() => new FirestoreTarget("firestore", project, new FirestoreTargetOptions { Emulator = emulator.Server.Host });

    public override async ValueTask<IReadOnlyList<StoredRow>> ReadAsync(SyncModel model)
    {
        List<StoredRow> rows = [];
        string page = "";
        do
        {
            JsonNode answer = (await SendAsync(HttpMethod.Get, $"{model.Name}?pageSize=300&pageToken={page}"))!;
            rows.AddRange((answer["documents"]?.AsArray() ?? []).Select(document => StoredDocument.Row(model, document!)));
            page = answer["nextPageToken"]?.GetValue<string>() ?? "";
        }
        while (page.Length > 0);
        return rows;
    }

    public override async ValueTask DropAsync(SyncModel model)
    {
        foreach (StoredRow row in await ReadAsync(model))
        {
            await SendAsync(HttpMethod.Delete, $"{model.Name}/{Uri.EscapeDataString(row.RecordId)}");
        }
    }

    public override ValueTask RefuseTitleAsync(string title) => throw new NotSupportedException();

    public override ValueTask StopAsync() => throw new NotSupportedException();

    public override ValueTask StartAsync() => throw new NotSupportedException();

    public override ValueTask DisposeAsync()
    {
        http.Dispose();
        return default;
    }

    private async Task<JsonNode?> SendAsync(HttpMethod method, string path)
    {
        using HttpRequestMessage request = new(method, $"http://{emulator.Server.Host}/v1/projects/{project}/databases/(default)/documents/{path}");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer owner");
        using HttpResponseMessage response = await http.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync());
    }
}
