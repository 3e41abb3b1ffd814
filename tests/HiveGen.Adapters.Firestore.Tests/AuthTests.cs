using System.Text.Json.Nodes;
using HiveGen.Adapters.Firestore;
using HiveGen.Targets;

namespace HiveGen.Tests;

public sealed class AuthTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new();
    private readonly FakeFirestore firestore = new();
    private FakeTokens tokens = null!;
    private FirestoreTarget target = null!;

    public async Task InitializeAsync()
    {
        tokens = await FakeTokens.StartAsync();
        await firestore.StartAsync();
        firestore.Token = "token-1";
        FirestoreTargetOptions options = new() { Clock = clock };
        target = new FirestoreTarget("firestore", new FirestoreSettings(new Uri($"http://{firestore.Host}/"), "demo", options, new AccountTokens(ServiceAccount.Read("key", tokens.Json), options)));
    }

    public async Task DisposeAsync()
    {
        await target.DisposeAsync();
        await firestore.DisposeAsync();
        await tokens.DisposeAsync();
    }

    [Fact]
    public async Task A_signed_assertion_gets_a_token_that_is_kept()
    {
        await ReadAsync();
        await ReadAsync();
        JsonNode claims = Assert.Single(tokens.Claims);
        Assert.Equal("hive@demo.iam.gserviceaccount.com", claims["iss"]!.GetValue<string>());
        Assert.Equal("https://www.googleapis.com/auth/datastore", claims["scope"]!.GetValue<string>());
        Assert.Equal(tokens.Uri, claims["aud"]!.GetValue<string>());
        Assert.Equal(clock.GetUtcNow().ToUnixTimeSeconds(), claims["iat"]!.GetValue<long>());
        Assert.Equal(clock.GetUtcNow().ToUnixTimeSeconds() + 3600, claims["exp"]!.GetValue<long>());
    }

    [Fact]
    public async Task It_is_replaced_before_it_expires()
    {
        await ReadAsync();
        clock.Advance(TimeSpan.FromMinutes(54));
        await ReadAsync();
        Assert.Single(tokens.Claims);
        clock.Advance(TimeSpan.FromMinutes(1));
        firestore.Token = "token-2";
        await ReadAsync();
        Assert.Equal(2, tokens.Claims.Count);
    }

    [Fact]
    public async Task One_that_is_refused_is_replaced_once()
    {
        firestore.Token = "token-2";
        await ReadAsync();
        Assert.Equal(2, tokens.Claims.Count);
        firestore.Token = "none";
        TargetException refused = await Assert.ThrowsAsync<TargetException>(ReadAsync);
        Assert.Equal(TargetFailure.Configuration, refused.Failure);
        Assert.Equal(3, tokens.Claims.Count);
        Assert.DoesNotContain("token-", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_grant","error_description":"Invalid JWT Signature."}""", TargetFailure.Configuration)]
    [InlineData(401, """{"error":"invalid_client"}""", TargetFailure.Configuration)]
    [InlineData(503, "busy", TargetFailure.Throttled)]
    [InlineData(500, "{}", TargetFailure.Transient)]
    [InlineData(200, """{"access_token":null,"expires_in":3600}""", TargetFailure.Configuration)]
    [InlineData(200, """{"access_token":"","expires_in":3600}""", TargetFailure.Configuration)]
    [InlineData(200, "[]", TargetFailure.Configuration)]
    [InlineData(302, "<html>", TargetFailure.Configuration)]
    public async Task Without_a_token_it_is_told_why(int status, string body, TargetFailure failure)
    {
        tokens.Instead = (status, body);
        TargetException none = await Assert.ThrowsAsync<TargetException>(ReadAsync);
        Assert.Equal(failure, none.Failure);
        Assert.Contains("hive@demo.iam.gserviceaccount.com", none.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE KEY", none.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_lasts_for_minutes_is_kept_for_half_of_them()
    {
        tokens.Instead = (200, """{"access_token":"token-1","expires_in":240}""");
        await ReadAsync();
        clock.Advance(TimeSpan.FromSeconds(119));
        await ReadAsync();
        Assert.Single(tokens.Claims);
        clock.Advance(TimeSpan.FromSeconds(1));
        await ReadAsync();
        Assert.Equal(2, tokens.Claims.Count);
    }

    [Fact]
    public async Task A_token_that_lasts_longer_than_time_is_a_token()
    {
        tokens.Instead = (200, """{"access_token":"token-1","expires_in":1e300}""");
        await ReadAsync();
        await ReadAsync();
        Assert.Single(tokens.Claims);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a\r\nb")]
    public async Task A_token_of_the_app_that_is_none_is_told(string? token)
    {
        await using FirestoreTarget given = new("firestore", "demo", new FirestoreTargetOptions { Emulator = firestore.Host, AccessToken = _ => new(token!) });
        TargetException none = await Assert.ThrowsAsync<TargetException>(async () => await given.ReadCursorAsync("hive", CancellationToken.None));
        Assert.Equal(TargetFailure.Configuration, none.Failure);
        Assert.Contains("access token", none.Message, StringComparison.Ordinal);
        Assert.Empty(firestore.Requests);
    }

    private async Task ReadAsync() => await target.ReadCursorAsync("hive", CancellationToken.None);
}
