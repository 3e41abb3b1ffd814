using System.Net.Http.Headers;
using System.Text;
using HiveGen.Targets;

namespace HiveGen.Tests.Logs;

public sealed class CanaryTests
{
    private const string Canary = "canary4711";

    [Fact]
    public async Task No_value_of_a_record_and_no_secret_is_in_any_line_of_a_run_with_failures()
    {
        await using ObservedApp app = await ObservedApp.StartAsync(settings: [("SYNC_SECRET", ObservedApp.Secret), ("Hive:Dispatch:FirstRetry", "00:00:00.001"), ("HiveSync:AllowPlainHttp", "true")]);
        int tries = 0;
        app.Target.Before = batch => batch.Items.Count > 0 && tries++ == 0 ? throw new TargetException(TargetFailure.Transient, "no route") : Task.CompletedTask;
        app.Target.Outcome = static item => item.RecordId switch
        {
            "retry" => new ItemOutcome(ItemStatus.Retry, "later"),
            "dead" => new ItemOutcome(ItemStatus.Permanent, "column too short"),
            _ => null,
        };
        foreach (string id in new[] { "retry", "dead", "fine" })
        {
            await app.Hive.Accounts.AddAsync(new Account { Id = id, Email = $"{Canary}-{id}@example.com", Name = Canary, PasswordHash = Canary });
        }

        await Assert.ThrowsAsync<HiveConstraintException>(async () => await app.Hive.Accounts.AddAsync(new Account { Email = $"{Canary}-fine@example.com" }));
        await Assert.ThrowsAsync<HiveValidationException>(async () => await app.Hive.Accounts.AddAsync(new Account { Email = Canary }));
        await app.Hive.BatchAsync(static batch => batch.Enqueue("nobody", Canary));
        string[] bodies =
        [
            """{"model":"users","operation":"create","recordId":"r1","data":{"email":"CANARY@example.com","emailVerified":false}}""",
            """{"model":"users","operation":"create","recordId":"r2","data":{"email":"CANARY","emailVerified":false}}""",
            """{"model":"users","operation":"create","recordId":"r3","data":{"email":{"CANARY":1}}}""",
            """{"model":"users","operation":"create","recordId":"r4","data":{"emailVerified":"CANARY"}}""",
            """{"model":"users","operation":"create","recordId":"r5","data":{"createdAt":"CANARY"}}""",
            """{"model":"users","operation":"create","recordId":"dead","data":{"email":"CANARY@example.com","emailVerified":true}}""",
            """{"model":"users","operation":"create","recordId":"r6","data":"CANARY""",
        ];
        foreach (string body in bodies)
        {
            await PostAsync(app, "/sync", body, ObservedApp.Secret);
            await PostAsync(app, "/sync", body, ObservedApp.Secret + "x");
        }

        await PostAsync(app, "/sync/batch", """{"model":"users","operation":"create","records":[{"recordId":"b1","data":{"email":"CANARY"}},{"recordId":"b2","data":{"email":"CANARY@example.com","emailVerified":true}}]}""", ObservedApp.Secret);
        app.Target.Before = static _ => throw new InvalidOperationException("a fault of the adapter");
        await PostAsync(app, "/sync", bodies[0], ObservedApp.Secret);
        app.Target.Before = null;
        string[] wanted =
        [
            "[Sync] Received: create of users, 1 record(s)", "[Sync] Success: create of users, 1 record(s)", "[Sync] Failed: create of users with 400",
            "[Sync] Failed: the target took nothing", "[Sync] Unauthorized", "[Sync] Failed: users dead to moody", "[Sync] Failed: moody (Transient)", "is dead after try",
        ];
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(60));
        while (wanted.FirstOrDefault(words => !app.Log.Lines.Any(line => line.Contains(words, StringComparison.Ordinal))) is { } missing)
        {
            Assert.False(limit.IsCancellationRequested, $"Nobody logged '{missing}' in {string.Join('\n', app.Log.Lines)}");
            await Task.Yield();
        }

        await app.StopAsync();
        Assert.All(app.Log.Lines, static line => Assert.DoesNotContain(Canary, line, StringComparison.OrdinalIgnoreCase));
        Assert.All(app.Log.Lines, static line => Assert.DoesNotContain(ObservedApp.Secret, line, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task PostAsync(ObservedApp app, string path, string body, string secret)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.Replace("CANARY", Canary, StringComparison.Ordinal))) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Sync-Secret", secret);
        using HttpResponseMessage answer = await app.Client.SendAsync(request);
    }
}
