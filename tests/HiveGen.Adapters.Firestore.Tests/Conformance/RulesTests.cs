using System.Net;
using HiveGen.Adapters.Firestore;
using HiveGen.Servers;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

/// <summary>The exported rules, as Google's emulator enforces them.</summary>
[Collection(EmulatorCollection.Name), Requires<FirestoreEmulator>(MaySkipInCI = true)]
public sealed class RulesTests(ServerFixture<FirestoreEmulator> emulator) : IAsyncLifetime
{
    private const string Note = """{"fields":{"title":{"stringValue":"theirs"},"_deleted":{"booleanValue":false}}}""";

    private static readonly string Exported = new FirestoreExport().Export(Hive.Schema).Single(static file => file.Path == "firestore.rules").Content;

    private EmulatorClient client = null!;
    private FirestoreTarget target = null!;

    // n1 lives, n2 is a ghost.
    public async Task InitializeAsync()
    {
        if (FirestoreEmulator.Missing is null)
        {
            client = new EmulatorClient(emulator.Server.Host);
            target = new FirestoreTarget("firestore", client.Project, new FirestoreTargetOptions { Emulator = emulator.Server.Host });
            Assert.Equal(HttpStatusCode.OK, await client.SetRulesAsync(Exported));
            await target.SendAsync(new SendBatch([Items.Note("n1", 5), Items.Gone("n2", 6)], new CursorMove(Items.Home, null, new TargetCursor("s", 6, 0))), CancellationToken.None);
            await target.FlushCursorAsync(CancellationToken.None);
        }
    }

    public async Task DisposeAsync()
    {
        if (target is not null)
        {
            await target.DisposeAsync();
            client.Dispose();
        }
    }

    [ServerFact]
    public async Task A_client_that_is_signed_in_reads_what_is_not_deleted()
    {
        Assert.Equal(HttpStatusCode.OK, await client.ReadAsync("notes/n1", EmulatorClient.SignedIn));
        Assert.Equal(HttpStatusCode.Forbidden, await client.ReadAsync("notes/n2", EmulatorClient.SignedIn));
        Assert.Equal(HttpStatusCode.OK, await client.QueryAsync("notes", onlyLive: true, EmulatorClient.SignedIn));
        Assert.Equal(HttpStatusCode.Forbidden, await client.QueryAsync("notes", onlyLive: false, EmulatorClient.SignedIn));
    }

    [ServerFact]
    public async Task Nobody_else_reads_anything()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await client.ReadAsync("notes/n1", null));
        Assert.Equal(HttpStatusCode.Forbidden, await client.QueryAsync("notes", onlyLive: true, null));
    }

    [ServerFact]
    public async Task No_client_writes()
    {
        foreach (SyncModel model in Hive.Schema.Synced)
        {
            foreach (string id in new[] { "n1", "n2", "new" })
            {
                Assert.Equal(HttpStatusCode.Forbidden, await client.WriteAsync($"{model.Name}/{id}", Note, EmulatorClient.SignedIn));
                Assert.Equal(HttpStatusCode.Forbidden, await client.DeleteAsync($"{model.Name}/{id}", EmulatorClient.SignedIn));
            }
        }
    }

    [ServerFact]
    public async Task The_cursor_is_nobodys_business()
    {
        string cursor = $"_hive_cursor/{Items.Home}";
        Assert.Equal(HttpStatusCode.OK, await client.ReadAsync(cursor, EmulatorClient.Service));
        Assert.Equal(HttpStatusCode.Forbidden, await client.ReadAsync(cursor, EmulatorClient.SignedIn));
        Assert.Equal(HttpStatusCode.Forbidden, await client.WriteAsync(cursor, Note, EmulatorClient.SignedIn));
        Assert.Equal(HttpStatusCode.Forbidden, await client.ReadAsync("elsewhere/x", EmulatorClient.SignedIn));
    }

    [ServerFact]
    public async Task The_target_goes_on_writing()
    {
        Assert.Equal(ItemStatus.Applied, Assert.Single(await target.SendAsync(new SendBatch([Items.Note("n1", 7, "newer")], null), CancellationToken.None)).Status);
        Assert.Equal(HttpStatusCode.OK, await client.ReadAsync("notes/n1", EmulatorClient.Service));
    }

    [ServerFact]
    public async Task The_emulator_would_let_through_what_other_rules_allow()
    {
        Assert.Equal(HttpStatusCode.OK, await client.SetRulesAsync(Exported.Replace("write: if false", "write: if request.auth != null", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, await client.WriteAsync("notes/n1", Note, EmulatorClient.SignedIn));
        Assert.Equal(HttpStatusCode.Forbidden, await client.WriteAsync("notes/n1", Note, null));
    }

    [ServerFact]
    public async Task The_emulator_would_refuse_rules_that_are_none()
        => Assert.Equal(HttpStatusCode.BadRequest, await client.SetRulesAsync(Exported.Replace("allow write", "alow write", StringComparison.Ordinal)));
}
