using HiveGen.Adapters.Http;
using HiveGen.TestModels;

namespace HiveGen.Tests;

public sealed class SecretTests : IDisposable
{
    private readonly TestFolder folder = new();

    private string Replica => folder.File("replica.db");

    [Fact]
    public async Task Without_a_secret_the_sender_waits_warns_once_and_loses_nothing()
    {
        await using CentralApp central = await CentralApp.StartAsync(Replica);
        string path = folder.File("edge.db");
        await using (Edge edge = new(path, central.Url, new RouterTargetOptions { Secret = " " }))
        {
            await edge.Hive.Accounts.AddAsync(new Account { Email = "a@x.example" });
            await edge.PassAsync(TimeSpan.FromHours(1));
            Assert.Contains("Hive:Targets:central:Secret", edge.Status.Reason, StringComparison.Ordinal);
            Assert.Equal((0, 0), (edge.Status.Dead, edge.Status.Parked));
            Assert.Single(edge.Log.Lines, static line => line.StartsWith("Warning", StringComparison.Ordinal) || line.StartsWith("Error", StringComparison.Ordinal));
        }

        Assert.DoesNotContain(central.Log.Lines, static line => line.Contains("[Sync]", StringComparison.Ordinal));
        await using Edge mended = new(path, central.Url);
        await mended.DrainAsync();
        Assert.Equal(["a@x.example"], Sql.Read(Replica, "SELECT email FROM users_live"));
    }

    [Fact]
    public async Task A_wrong_key_then_the_right_one_loses_nothing_and_is_never_told()
    {
        await using CentralApp central = await CentralApp.StartAsync(Replica);
        await using FaultProxy proxy = await FaultProxy.StartAsync(central.Url);
        proxy.Script = static _ => Fault.WrongKey;
        await using (Edge edge = new(folder.File("edge.db"), proxy.Url, proxy: proxy))
        {
            await edge.Hive.Accounts.AddAsync(Enumerable.Range(0, 30).Select(static number => new Account { Email = $"u{number}@x.example" }));
            // The clock may run ahead of the first answer, which is then a time-out.
            TargetStatus status = await edge.UntilAsync(static status => status.Reason?.Contains("401", StringComparison.Ordinal) == true);
            Assert.Contains("Hive:Targets:central:Secret", status.Reason, StringComparison.Ordinal);
            proxy.Script = static _ => Fault.None;
            await edge.DrainAsync();
            Assert.Equal((0, 0), (edge.Status.Dead, edge.Status.Parked));
            Assert.DoesNotContain(edge.Log.Lines.Concat(central.Log.Lines), static line => line.Contains(CentralApp.Secret, StringComparison.Ordinal));
        }

        Rows.AssertSame(folder.File("edge.db"), Replica);
    }

    [Fact]
    public async Task A_router_that_wants_signatures_gets_them()
    {
        await using CentralApp central = await CentralApp.StartAsync(Replica, "HiveSync:RequireSignature=true");
        await using Hive hive = Hive.Open(new HiveOptions
        {
            Path = folder.File("edge.db"),
            Targets = { new RouterTarget("central", central.Url, new RouterTargetOptions { Secret = CentralApp.Secret, Sign = true }) },
        });
        await hive.Accounts.AddAsync(new Account { Email = "a@x.example" });
        hive.Sync.Start();
        await hive.Sync.WhenIdleAsync();
        Assert.Equal(["a@x.example"], Sql.Read(Replica, "SELECT email FROM users_live"));

        await using RouterTarget unsigned = new("central", central.Url, new RouterTargetOptions { Secret = CentralApp.Secret });
        Targets.TargetException refused = await Assert.ThrowsAsync<Targets.TargetException>(async () => await unsigned.ReadCursorAsync("hive", default));
        Assert.Equal(Targets.TargetFailure.Configuration, refused.Failure);
    }

    public void Dispose() => folder.Dispose();
}
