using HiveGen.Security;

namespace HiveGen.AspNetCore.Tests.Security;

public sealed class Secrets
{
    private const string Body = """{"model":"users","operation":"create","data":{"email":"a@x"},"recordId":"u"}""";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData(RouterApp.Secret + "x")]
    [InlineData("A-SECRET-FOR-TESTS-0123456789")]
    public async Task A_missing_or_wrong_secret_is_refused_before_the_body_is_looked_at(string? secret)
    {
        await using RouterApp app = await RouterApp.StartAsync();
        foreach (string body in new[] { Body, "{", new string('x', 12 << 20) })
        {
            Answer answer = await app.SyncAsync(body, secret);
            answer.Refuses(401, "Unauthorized");
            Assert.NotNull(answer.Header("WWW-Authenticate"));
            Assert.Null(answer.Json!["model"]);
        }

        (await app.BatchAsync("{}", secret)).Refuses(401, "Unauthorized");
        Assert.Empty(app.Target.Batches);
        Assert.Contains(app.Log.Lines, static line => line.Contains("[Sync] Unauthorized", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Log.Lines, static line => line.Contains(RouterApp.Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_sent_twice_is_refused()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        Answer answer = await app.PostAsync("/sync", Body, change: static r => r.Headers.TryAddWithoutValidation("X-Sync-Secret", RouterApp.Secret));
        answer.Refuses(401, "once");
    }

    [Fact]
    public async Task Several_secrets_let_in_at_once()
    {
        await using RouterApp app = await RouterApp.StartAsync(["SYNC_SECRET=the-old-secret-000, the-new-secret-111", "HiveSync:Secrets=another-secret-222", "HiveSync:Secrets:0=listed-secret-333"]);
        foreach (string secret in new[] { "the-old-secret-000", "the-new-secret-111", "another-secret-222", "listed-secret-333" })
        {
            (await app.SyncAsync(Body, secret)).Accepts();
        }

        (await app.SyncAsync(Body, "the-old-secret-000, the-new-secret-111")).Refuses(401, "Unauthorized");
    }

    [Fact]
    public async Task Without_a_secret_nobody_is_let_in_and_the_log_says_why_once()
    {
        await using RouterApp app = await RouterApp.StartAsync([]);
        (await app.SyncAsync(Body, null)).Refuses(401, "no secret yet");
        (await app.SyncAsync(Body, "")).Refuses(401, "no secret yet");
        (await app.SyncAsync(Body, "x")).Refuses(401, "no secret yet");
        Assert.Single(app.Log.Lines, static line => line.Contains("No secret is configured", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_Development_a_random_secret_is_made_and_logged_once()
    {
        await using RouterApp app = await RouterApp.StartAsync([], "Development");
        string line = Assert.Single(app.Log.Lines, static line => line.Contains("SYNC_SECRET is not set", StringComparison.Ordinal));
        string secret = line.Split("it is ")[1].Split(' ')[0];
        Assert.Equal(64, secret.Length);
        (await app.SyncAsync(Body, secret)).Accepts();
        (await app.SyncAsync(Body, "x")).Refuses(401, "Unauthorized");
        Assert.NotEqual(HiveSecret.New(), HiveSecret.New());
    }

    [Fact]
    public async Task A_secret_is_exchanged_without_a_restart_and_without_a_gap()
    {
        const string New = "the-new-secret-0123456789";
        await using RouterApp app = await RouterApp.StartAsync();
        (await app.SyncAsync(Body, New)).Refuses(401, "Unauthorized");
        app.Configure("SYNC_SECRET", $"{RouterApp.Secret},{New}");
        (await app.SyncAsync(Body)).Accepts();
        (await app.SyncAsync(Body, New)).Accepts();
        app.Configure("SYNC_SECRET", New);
        (await app.SyncAsync(Body)).Refuses(401, "Unauthorized");
        (await app.SyncAsync(Body, New)).Accepts();
        Assert.Contains(app.Log.Lines, static line => line.Contains("settings of the router changed; 1 secret(s)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_change_of_the_settings_is_logged_and_those_of_before_stay()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        app.Configure("HiveSync:MaxDepth", "many");
        (await app.SyncAsync(Body)).Accepts();
        Assert.Contains(app.Log.Lines, static line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("HiveSync:MaxDepth is 'many'", StringComparison.Ordinal));
        app.Configure("HiveSync:MaxDepth", "32");
        app.Configure("HiveSync:RateLimit", "1");
        (await app.SyncAsync(Body)).Accepts();
        (await app.SyncAsync(Body)).Refuses(429, "Too many");
    }

    [Fact]
    public void Nothing_of_the_project_of_secrets_compares_texts_by_an_operator()
    {
        // The banned calls do not compile there; an operator on texts is no call.
        string folder = Path.Combine(Folder(), "..", "..", "..", "runtime", "HiveGen.Security");
        string[] files = [.. Directory.GetFiles(folder, "*.cs")];
        Assert.Contains(files, static file => file.EndsWith("SecretRing.cs", StringComparison.Ordinal));
        Assert.All(files, static file => Assert.DoesNotMatch("==|!=", File.ReadAllText(file)));
        Assert.Contains("BannedSymbols.Secrets.txt", File.ReadAllText(Path.Combine(folder, "HiveGen.Security.csproj")), StringComparison.Ordinal);
    }

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [Fact]
    public async Task A_connection_that_showed_a_right_secret_is_let_in_with_no_other()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        for (int i = 0; i < 3; i++)
        {
            (await app.SyncAsync(Body)).Accepts();
            (await app.SyncAsync(Body, RouterApp.Secret[..^1] + "x")).Refuses(401, "Unauthorized");
            (await app.SyncAsync(Body, RouterApp.Secret + "x")).Refuses(401, "Unauthorized");
            (await app.SyncAsync(Body, null)).Refuses(401, "Unauthorized");
        }
    }

    [Fact]
    public void A_ring_tells_its_secrets_apart_without_giving_them_away()
    {
        SecretRing ring = new(["one", "two"]);
        Assert.True(ring.TryMatch("one", out string one));
        Assert.True(ring.TryMatch("two", out string two));
        Assert.NotEqual(one, two);
        Assert.DoesNotContain("one", one, StringComparison.Ordinal);
        Assert.False(ring.TryMatch("three", out _));
        Assert.False(ring.TryMatch(null, out _));
        Assert.False(new SecretRing([]).TryMatch("", out _));
    }

    [Fact]
    public void No_guess_is_taken_for_a_secret()
    {
        SecretRing ring = new([RouterApp.Secret, "another"]);
        // So many that some begin with the same bits of their hash.
        for (int i = 0; i < 20_000; i++)
        {
            Assert.False(ring.TryMatch($"{RouterApp.Secret}{i}", out string name));
            Assert.Empty(name);
        }

        Assert.True(ring.TryMatch(RouterApp.Secret, out _));
    }

    [Fact]
    public async Task A_weak_secret_is_warned_of()
    {
        await using RouterApp app = await RouterApp.StartAsync(["SYNC_SECRET=short"]);
        Assert.Contains(app.Log.Lines, static line => line.Contains("easily guessed", StringComparison.Ordinal));
        (await app.SyncAsync(Body, "short")).Accepts();
    }
}
