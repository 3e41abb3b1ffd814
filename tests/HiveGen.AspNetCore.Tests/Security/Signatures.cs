using System.Globalization;
using System.Text;
using HiveGen.Security;

namespace HiveGen.AspNetCore.Tests.Security;

public sealed class Signatures
{
    private const string Body = """{"model":"users","operation":"create","data":{"email":"a@x"},"recordId":"u"}""";

    [Fact]
    public async Task A_signed_body_is_let_in_and_anything_else_is_not()
    {
        await using RouterApp app = await StartAsync();
        long now = app.Clock.GetUtcNow().ToUnixTimeSeconds();
        (await SendAsync(app, "msg_1", now, Sign("msg_1", now))).Accepts();
        (await SendAsync(app, "msg_0", now, "v1,AAAA v1a,xyz " + Sign("msg_0", now))).Accepts();
        (await SendAsync(app, "msg_2", now, Sign("msg_1", now))).Refuses(401, "does not fit the body");
        (await SendAsync(app, "msg_1", now + 1, Sign("msg_1", now))).Refuses(401, "does not fit the body");
        (await SendAsync(app, "msg_1", now, Sign("msg_1", now), Body + " ")).Refuses(401, "does not fit the body");
        (await SendAsync(app, "msg_1", now, "v1,")).Refuses(401, "does not fit the body");
        (await SendAsync(app, "msg_1", now, Sign("msg_1", now)[3..])).Refuses(401, "does not fit the body");
        (await SendAsync(app, "msg_1", now, MessageSignature.Sign("another", "msg_1", now, Encoding.UTF8.GetBytes(Body)))).Refuses(401, "does not fit the body");
        (await app.SyncAsync(Body)).Refuses(401, "must be signed");
        (await app.PostAsync("/sync", Body, null, r => AddHeaders(r, "msg_1", now, Sign("msg_1", now)))).Refuses(401, "X-Sync-Secret");
        Assert.Equal(2, app.Target.Batches.Count);
    }

    [Theory]
    [InlineData(-301, false)]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public async Task A_signature_holds_for_five_minutes_either_way(int seconds, bool holds)
    {
        await using RouterApp app = await StartAsync();
        long stamp = app.Clock.GetUtcNow().ToUnixTimeSeconds() + seconds;
        Answer answer = await SendAsync(app, "msg_1", stamp, Sign("msg_1", stamp));
        Assert.Equal(holds ? 200 : 401, answer.Status);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("99999999999999999999")]
    [InlineData("999999999999999")]
    public async Task A_timestamp_that_is_none_is_refused(string stamp)
    {
        await using RouterApp app = await StartAsync();
        Answer answer = await app.PostAsync("/sync", Body, change: r =>
        {
            r.Headers.Add("webhook-id", "1");
            r.Headers.Add("webhook-timestamp", stamp);
            r.Headers.TryAddWithoutValidation("webhook-signature", "v1,AAAA");
        });
        answer.Refuses(401, "webhook-timestamp");
    }

    [Fact]
    public void The_signature_is_the_one_of_Standard_Webhooks()
    {
        // What openssl says: printf 'msg.1.{}' | openssl dgst -sha256 -hmac key -binary | base64
        const string Expected = "v1,VXpyVGOoxULcmU0S3bPQiNWEXqcjjs6ObOAKC5Sbeis=";
        string signature = MessageSignature.Sign("whsec_" + Convert.ToBase64String("key"u8), "msg", 1, "{}"u8);
        Assert.Equal(Expected, signature);
        Assert.Equal(signature, MessageSignature.Sign("key", "msg", 1, "{}"u8));
    }

    [Fact]
    public async Task A_message_that_comes_again_is_refused_for_as_long_as_its_time_would_let_it_in()
    {
        await using RouterApp app = await StartAsync();
        long stamp = app.Clock.GetUtcNow().ToUnixTimeSeconds() + 300;
        (await SendAsync(app, "msg_1", stamp, Sign("msg_1", stamp))).Accepts();
        (await SendAsync(app, "msg_1", stamp, "v1,AAAA " + Sign("msg_1", stamp))).Refuses(401, "was here before");
        app.Clock.Advance(TimeSpan.FromSeconds(599));
        (await SendAsync(app, "msg_1", stamp, Sign("msg_1", stamp))).Refuses(401, "was here before");
        app.Clock.Advance(TimeSpan.FromSeconds(2));
        (await SendAsync(app, "msg_1", stamp, Sign("msg_1", stamp))).Refuses(401, "away from the server's clock");
        Assert.Single(app.Target.Batches);
    }

    [Fact]
    public async Task A_message_signed_anew_gets_the_first_answer_and_writes_nothing()
    {
        await using RouterApp app = await StartAsync();
        long stamp = app.Clock.GetUtcNow().ToUnixTimeSeconds();
        Answer first = await SendAsync(app, "msg_1", stamp, Sign("msg_1", stamp));
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        Answer second = await SendAsync(app, "msg_1", stamp + 1, Sign("msg_1", stamp + 1));
        Assert.Equal((first.Text, "true"), (second.Text, second.Header("Idempotent-Replayed")));
        Assert.Single(app.Target.Batches);
    }

    [Fact]
    public async Task A_message_of_which_nothing_came_may_be_sent_again_as_it_is()
    {
        await using RouterApp app = await StartAsync();
        long stamp = app.Clock.GetUtcNow().ToUnixTimeSeconds();
        app.Target.Before = static (_, _) => throw new Targets.TargetException(Targets.TargetFailure.Transient, "down");
        (await SendAsync(app, "msg_1", stamp, Sign("msg_1", stamp))).Refuses(500, "later");
        app.Target.Before = null;
        (await SendAsync(app, "msg_1", stamp, Sign("msg_1", stamp))).Accepts();
        (await SendAsync(app, "msg_1", stamp, Sign("msg_1", stamp))).Refuses(401, "was here before");
    }

    [Fact]
    public async Task When_no_more_messages_can_be_remembered_they_are_refused_and_none_is_forgotten()
    {
        await using RouterApp app = await RouterApp.StartAsync(["SYNC_SECRET=" + RouterApp.Secret, "HiveSync:RequireSignature=true", "HiveSync:RateLimit=0", "HiveSync:MaxRemembered=2"]);
        long stamp = app.Clock.GetUtcNow().ToUnixTimeSeconds();
        (await SendAsync(app, "1", stamp, Sign("1", stamp))).Accepts();
        (await SendAsync(app, "2", stamp, Sign("2", stamp))).Accepts();
        Answer full = await SendAsync(app, "3", stamp, Sign("3", stamp));
        full.Refuses(503, "as many signed messages as it may");
        Assert.Equal("600", full.Header("Retry-After"));
        (await SendAsync(app, "1", stamp, Sign("1", stamp))).Refuses(401, "was here before");
        app.Clock.Advance(TimeSpan.FromSeconds(601));
        stamp += 601;
        (await SendAsync(app, "3", stamp, Sign("3", stamp))).Accepts();
    }

    private static Task<RouterApp> StartAsync() => RouterApp.StartAsync(["SYNC_SECRET=" + RouterApp.Secret, "HiveSync:RequireSignature=true", "HiveSync:RateLimit=0"]);

    private static string Sign(string id, long stamp) => MessageSignature.Sign(RouterApp.Secret, id, stamp, Encoding.UTF8.GetBytes(Body));

    private static Task<Answer> SendAsync(RouterApp app, string id, long stamp, string signature, string body = Body)
        => app.PostAsync("/sync", body, change: r => AddHeaders(r, id, stamp, signature));

    private static void AddHeaders(HttpRequestMessage request, string id, long stamp, string signature)
    {
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", stamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("webhook-signature", signature);
    }
}
