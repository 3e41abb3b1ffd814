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
        (await SendAsync(app, "msg_1", now, "v1,AAAA v1a,xyz " + Sign("msg_1", now))).Accepts();
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
