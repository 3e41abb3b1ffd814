using System.Net;
using Microsoft.AspNetCore.Builder;

namespace HiveGen.AspNetCore.Tests.Security;

public sealed class Plain_HTTP
{
    private const string Body = """{"model":"users","operation":"create","data":{"email":"a@x"},"recordId":"u"}""";

    [Theory]
    [InlineData("Production", "203.0.113.7", null, 400)]
    [InlineData("Staging", "203.0.113.7", null, 400)]
    [InlineData("Production", "127.0.0.1", null, 200)]
    [InlineData("Production", "::1", null, 200)]
    [InlineData("Development", "203.0.113.7", null, 200)]
    [InlineData("Production", "10.1.2.3", "https", 200)]
    [InlineData("Production", "10.1.2.3", "http", 400)]
    [InlineData("Production", "10.1.2.3", null, 400)]
    [InlineData("Production", "::ffff:10.1.2.3", "https", 200)]
    [InlineData("Production", "203.0.113.7", "https", 400)]
    public async Task It_is_let_in_only_in_Development_from_this_machine_or_where_a_trusted_proxy_ended_HTTPS(string environment, string from, string? proto, int status)
    {
        await using RouterApp app = await StartAsync(from, environment);
        Answer answer = await app.PostAsync("/sync", Body, change: r => Add(r, "X-Forwarded-Proto", proto));
        Assert.Equal(status, answer.Status);
        if (status == 400)
        {
            answer.Refuses(400, "HiveSync:AllowPlainHttp");
            Assert.Empty(app.Target.Batches);
        }
    }

    [Theory]
    [InlineData("198.51.100.9", null, 400)]
    [InlineData("198.51.100.9", "https", 200)]
    [InlineData("127.0.0.1", null, 200)]
    [InlineData(null, null, 200)]
    public async Task A_caller_behind_a_proxy_on_this_machine_is_not_on_this_machine(string? forwarded, string? proto, int status)
    {
        await using RouterApp app = await StartAsync("127.0.0.1", "Production", "HiveSync:TrustedProxies:0=127.0.0.1");
        Answer answer = await app.PostAsync("/sync", Body, change: r =>
        {
            Add(r, "X-Forwarded-For", forwarded);
            Add(r, "X-Forwarded-Proto", proto);
        });
        Assert.True(status == answer.Status, answer.Text);
    }

    [Fact]
    public async Task Where_it_is_allowed_a_secret_over_it_is_warned_of_once()
    {
        await using RouterApp app = await StartAsync("203.0.113.7", "Production", "HiveSync:AllowPlainHttp=true");
        (await app.SyncAsync(Body)).Accepts();
        (await app.SyncAsync(Body)).Accepts();
        Assert.Single(app.Log.Lines, static line => line.Contains("plain HTTP", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("10.1.2.3", "198.51.100.9", "198.51.100.9")]
    [InlineData("10.1.2.3", "6.6.6.6, 198.51.100.9", "198.51.100.9")]
    [InlineData("10.1.2.3", "6.6.6.6, 198.51.100.9:4711, 10.9.9.9", "198.51.100.9")]
    [InlineData("10.1.2.3", "6.6.6.6, nonsense, 10.9.9.9", "10.9.9.9")]
    [InlineData("10.1.2.3", "[2001:db8::1]:99", "2001:db8::1")]
    [InlineData("10.1.2.3", null, "10.1.2.3")]
    [InlineData("203.0.113.7", "198.51.100.9", "203.0.113.7")]
    public async Task The_address_of_a_caller_comes_from_trusted_proxies_only(string from, string? forwarded, string expected)
    {
        await using RouterApp app = await StartAsync(from, "Production");
        (await app.PostAsync("/sync", Body, "wrong", r =>
        {
            Add(r, "X-Forwarded-For", forwarded);
            Add(r, "X-Forwarded-Proto", "https");
        })).Refuses(from.StartsWith("10.", StringComparison.Ordinal) ? 401 : 400, "");
        Assert.Equal(from.StartsWith("10.", StringComparison.Ordinal), app.Log.Lines.Any(line => line.Contains($"a request from {expected} had", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_rate_is_that_of_the_caller_behind_the_proxy()
    {
        await using RouterApp app = await StartAsync("10.1.2.3", "Production", "HiveSync:RateLimit=1");
        Answer[] answers = [await GuessAsync(app, "198.51.100.1"), await GuessAsync(app, "198.51.100.1"), await GuessAsync(app, "198.51.100.2")];
        Assert.Equal([401, 429, 401], answers.Select(static answer => answer.Status));
    }

    [Fact]
    public async Task One_network_of_IPv6_is_one_caller()
    {
        await using RouterApp app = await StartAsync("10.1.2.3", "Production", "HiveSync:RateLimit=1");
        Answer[] answers = [await GuessAsync(app, "2001:db8::1"), await GuessAsync(app, "2001:db8::ffff:2"), await GuessAsync(app, "2001:db8:0:1::1")];
        Assert.Equal([401, 429, 401], answers.Select(static answer => answer.Status));
    }

    [Theory]
    [InlineData("198.51.100.9", "https, http", 400)]
    [InlineData("198.51.100.9", "http, https", 200)]
    [InlineData("198.51.100.9, 10.9.9.9", "https, http", 200)]
    [InlineData("198.51.100.9, 10.9.9.9", "http, https, http", 200)]
    [InlineData("198.51.100.9, 10.9.9.9", "https, http, http", 400)]
    public async Task The_scheme_is_that_which_the_outermost_trusted_proxy_saw(string forwarded, string proto, int status)
    {
        await using RouterApp app = await StartAsync("10.1.2.3", "Production");
        Answer answer = await app.PostAsync("/sync", Body, change: r =>
        {
            Add(r, "X-Forwarded-For", forwarded);
            Add(r, "X-Forwarded-Proto", proto);
        });
        Assert.True(status == answer.Status, answer.Text);
    }

    private static Task<Answer> GuessAsync(RouterApp app, string client) => app.PostAsync("/sync", Body, "wrong", r =>
    {
        Add(r, "X-Forwarded-For", client);
        Add(r, "X-Forwarded-Proto", "https");
    });

    private static void Add(HttpRequestMessage request, string header, string? value)
    {
        if (value is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }
    }

    private static Task<RouterApp> StartAsync(string from, string environment, params string[] settings) => RouterApp.StartAsync(
        ["SYNC_SECRET=" + RouterApp.Secret, "HiveSync:TrustedProxies=10.0.0.0/8", .. settings],
        environment,
        map: app =>
        {
            app.Use((context, next) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(from);
                return next(context);
            });
            app.MapHiveSync();
        });
}
