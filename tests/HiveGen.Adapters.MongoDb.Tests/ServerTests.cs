using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HiveGen.Adapters.MongoDb;
using HiveGen.Servers;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

[Collection(MongoCollection.Name), Requires<MongoServer>]
public sealed class ServerTests(ServerFixture<MongoServer> mongo)
{
    [ServerFact]
    public async Task The_official_client_finds_nothing_wrong_with_the_server() => Assert.Equal("ok", (await mongo.Server.TryOfficialClientAsync()).Trim());

    [ServerFact]
    public async Task A_connection_that_was_cut_in_a_batch_is_a_failure_that_passes()
    {
        await using MongoTarget target = await OpenAsync();
        await FailAsync(target, "update", w => w.Bool("closeConnection"u8, true));
        TargetException cut = await Assert.ThrowsAsync<TargetException>(async () => await target.SendAsync(new SendBatch([Items.Note("n1", 5)], null), CancellationToken.None));
        Assert.Equal(TargetFailure.Transient, cut.Failure);
        Assert.Equal(ItemStatus.Applied, Assert.Single(await target.SendAsync(new SendBatch([Items.Note("n1", 5)], null), CancellationToken.None)).Status);
    }

    [ServerFact]
    public async Task A_primary_that_steps_down_is_waited_for()
    {
        await using MongoTarget target = await OpenAsync();
        await RunAsync(target.Database, "replSetStepDown");
        TargetException down = await Assert.ThrowsAsync<TargetException>(async () => await target.SendAsync(new SendBatch([Items.Note("n1", 5)], null), CancellationToken.None));
        Assert.Equal(TargetFailure.Transient, down.Failure);
        await RunAsync(target.Database, "hiveStepUp");
        Assert.Equal(ItemStatus.Applied, Assert.Single(await target.SendAsync(new SendBatch([Items.Note("n1", 5)], null), CancellationToken.None)).Status);
    }

    [ServerFact]
    public async Task A_collection_of_another_program_is_left_alone()
    {
        string database = $"t{Guid.NewGuid():N}";
        await RunAsync(database, "insert", w =>
        {
            w.BeginArray("documents"u8);
            w.BeginDocument();
            w.Text("_id"u8, "theirs");
            w.End();
            w.End();
        }, "notes");
        await using MongoTarget target = new("mongo", mongo.Server.ConnectionString(database));
        TargetException foreign = await Assert.ThrowsAsync<TargetException>(async () => await target.PrepareAsync([Items.Notes], CancellationToken.None));
        Assert.Equal(TargetFailure.Configuration, foreign.Failure);
        Assert.Contains("another program's", foreign.Message, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task Over_tls_it_is_trusted_by_its_authority_and_not_without()
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        SubjectAlternativeNameBuilder names = new();
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using TestFolder folder = new();
        await File.WriteAllTextAsync(folder.File("authority.pem"), certificate.ExportCertificatePem());
        await using MongoServer server = new() { Certificate = key.ExportPkcs8PrivateKeyPem() + "\n" + certificate.ExportCertificatePem() };
        await server.StartAsync();

        await using MongoTarget trusted = new("mongo", server.ConnectionString($"app?tls=true&tlsCAFile={Uri.EscapeDataString(folder.File("authority.pem"))}"));
        await trusted.PrepareAsync([Items.Notes], CancellationToken.None);
        await using MongoTarget untrusted = new("mongo", server.ConnectionString("app?tls=true"));
        TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await untrusted.PrepareAsync([Items.Notes], CancellationToken.None));
        Assert.Equal(TargetFailure.Configuration, refused.Failure);
        Assert.Contains("tlsCAFile", refused.Message, StringComparison.Ordinal);
    }

    private async Task<MongoTarget> OpenAsync()
    {
        MongoTarget target = new("mongo", mongo.Server.ConnectionString($"t{Guid.NewGuid():N}"));
        await target.PrepareAsync([Items.Notes], CancellationToken.None);
        return target;
    }

    private Task FailAsync(MongoTarget target, string command, Action<BsonWriter> how) => RunAsync(
        target.Database,
        "configureFailPoint",
        w =>
        {
            w.BeginDocument("mode"u8);
            w.Int32("times"u8, 1);
            w.End();
            w.BeginDocument("data"u8);
            w.BeginArray("failCommands"u8);
            w.Text(default, command);
            w.End();
            how(w);
            w.End();
        },
        "failCommand");

    private async Task RunAsync(string database, string command, Action<BsonWriter>? more = null, string argument = "1")
    {
        await using MongoWire wire = new(MongoUrl.Parse("key", mongo.Server.ConnectionString(database + "?directConnection=true")), TimeProvider.System);
        BsonWriter w = new();
        w.Begin();
        w.Text(System.Text.Encoding.UTF8.GetBytes(command), argument);
        more?.Invoke(w);
        w.Text("$db"u8, database);
        w.End();
        Assert.Null(MongoAnswer.Failure((await wire.RunCommandAsync(database, w.Written, CancellationToken.None)).Span));
    }
}
