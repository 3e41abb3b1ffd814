using System.Net.Http.Headers;
using System.Text;

namespace HiveGen.AspNetCore.Tests.Router;

public sealed class Bad_input
{
    public static TheoryData<string, string> Envelopes => new()
    {
        { "", "empty" },
        { "[]", "JSON object" },
        { "null", "JSON object" },
        { "\"x\"", "JSON object" },
        { "{", "line 1, byte 2" },
        { "{\n \"model\": tru }", "line 2, byte 14" },
        { "{} {}", "not valid JSON" },
        { "{}", "model is required. operation is required. recordId is required." },
        { User("\"email\":\"a@b\"", model: "secrets"), "'secrets' is unknown. Known are things, users." },
        { User("\"email\":\"a@b\"", model: "Users"), "'Users' is unknown" },
        { User("\"email\":\"a@b\"", operation: "upsert"), "'upsert' is unknown. Known are create, update, delete." },
        { """{"model":7,"operation":"create","recordId":"u","data":{}}""", "model must be a string" },
        { """{"model":"users","operation":["create"],"recordId":"u","data":{}}""", "operation must be a string" },
        { """{"model":"users","operation":"create","recordId":"","data":{}}""", "recordId must not be empty" },
        { """{"model":"users","operation":"create","recordId":5,"data":{}}""", "recordId must be a string" },
        { """{"model":"users","operation":"create","recordId":null,"data":{}}""", "recordId must be a string" },
        { """{"model":"users","operation":"create","recordId":"a\u0001b","data":{"email":"a@b"}}""", "recordId is no id of users" },
        { """{"model":"users","operation":"create","recordId":"a\ud800","data":{"email":"a@b"}}""", "recordId holds half a surrogate" },
        { """{"model":"things","operation":"delete","recordId":"x1"}""", "recordId is no id of things" },
        { """{"model":"users","operation":"create","recordId":"u"}""", "data is required" },
        { """{"model":"users","operation":"create","recordId":"u","data":null}""", "data is required" },
        { """{"model":"users","operation":"create","recordId":"u","data":[]}""", "data must be an object" },
        { """{"model":"users","operation":"create","recordId":"u","data":{"email":"a@b"},"timestamp":"yesterday"}""", "timestamp must be" },
        { """{"model":"users","operation":"create","recordId":"u","data":{"email":"a@b"},"timestamp":true}""", "timestamp must be" },
        { """{"model":"users","operation":"create","recordId":"u","data":{"email":"a@b"},"extra":{"x":1}}""", "extra is unknown" },
        { """{"model":"users","operation":"create","recordId":"u","records":[]}""", "records is unknown" },
        { """{"model":"users","model":"things","operation":"delete","recordId":"1"}""", "model is given twice" },
        { """{"model":"users","operation":"create","recordId":"u","data":{"email":"a@b"},"\ud800":1}""", "is unknown" },
    };

    public static TheoryData<string, string> Data => new()
    {
        { """ "name":"x" """, "email is required." },
        { """ "email":null """, "email must not be null." },
        { """ "email":"nobody" """, "email must be an e-mail address." },
        { """ "email":17 """, "email must be a string." },
        { """ "email":{"a":1} """, "email must be a string." },
        { """ "email":"a@b\ud800" """, "email holds half a surrogate pair" },
        { """ "email":"a@b\u0000" """, "email holds the character NUL" },
        { """ "email":"a@b","email":"c@d" """, "email is given twice." },
        { """ "email":"a@b","bladeId":"u","bladeId":"u" """, "bladeId is given twice." },
        { """ "email":"a@b","passwordHash":"x" """, "passwordHash is no field of this model." },
        { """ "email":"a@b","Email":"x" """, "Email is no field of this model." },
        { """ "email":"a@b","name":"123456789012345678901234567890123456789012345678901" """, "name must have at most 50 characters and has 51." },
        { """ "email":"a@b","handle":"UPPER" """, "handle must match the pattern" },
        { """ "email":"a@b","emailVerified":"true" """, "emailVerified must be true or false." },
        { """ "email":"a@b","emailVerified":1 """, "emailVerified must be true or false." },
        { """ "email":"a@b","createdAt":"2026-01-01T00:00:00" """, "createdAt must be a time" },
        { """ "email":"a@b","createdAt":"2026-01-01" """, "createdAt must be a time" },
        { """ "email":"a@b","createdAt":1.5 """, "createdAt must be a time" },
        { """ "email":"a@b","createdAt":99999999999999999 """, "createdAt must be a time" },
        { """ "email":"a@b","id":"other" """, "id is another id than recordId." },
        { """ "email":"a@b","bladeId":"other" """, "bladeId is another id than recordId." },
        { """ "email":"a@b","bladeId":7 """, "bladeId must be the id: a string." },
        { """ "email":"a@b","bladeId":null """, "bladeId must be the id" },
        { """ "email":"a@b","\ud83d":1 """, "is no field of this model" },
    };

    public static TheoryData<string, string> Things => new()
    {
        { "\"small\":201", "small must be from 1 to 200 and is 201." },
        { "\"small\":256", "small must be a whole number" },
        { "\"small\":1e2", "small must be a whole number" },
        { "\"small\":-99999999999999999999999999999", "small must be a whole number" },
        { "\"big\":9223372036854775808", "big must be a whole number" },
        { "\"big\":\"5\"", "big must be a whole number" },
        { "\"ratio\":\"NaN\"", "ratio must be a finite number" },
        { "\"ratio\":1e999", "ratio must be a finite number" },
        { "\"price\":1.005", "price must have at most 2 decimal places" },
        { "\"price\":1.00000000000000000000000000000000000001", "price must be a number of at most 28 digits" },
        { "\"price\":1e-40", "price must be a number of at most 28 digits" },
        { "\"price\":1e40", "price must be a number" },
        { "\"price\":1e99999999999", "price must be a number" },
        { "\"day\":\"2026-02-30\"", "day must be a date" },
        { "\"day\":\"2026-02-28T00:00:00Z\"", "day must be a date" },
        { "\"time\":\"25:00\"", "time must be a time of day" },
        { "\"span\":\"soon\"", "span must be a duration" },
        { "\"key\":\"not-a-key\"", "key must be a UUID" },
        { "\"bytes\":\"***\"", "bytes must be bytes as Base64" },
        { "\"mood\":\"Sad\"", "mood must be one of Calm, Wild." },
        { "\"mood\":\"calm\"", "mood must be one of" },
        { "\"mood\":0", "mood must be one of" },
        { "\"tree\":{\"a\":[\"\\ud800\"]}", "tree holds half a surrogate pair" },
        { "\"tree\":{\"\\u0000\":1}", "tree holds the character NUL" },
        { "\"id\":8", "id is another id than recordId" },
        { "\"id\":true", "id must be the id: a whole number" },
        { "\"code\":\"ab1\"", "code must match the pattern" },
        { "\"code\":\"A1\"", "code must have 3 to 6 characters and has 2." },
    };

    [Theory]
    [MemberData(nameof(Envelopes))]
    public async Task A_wrong_envelope_is_told_by_name(string body, string naming)
    {
        await using RouterApp app = await RouterApp.StartAsync();
        (await app.SyncAsync(body)).Refuses(400, naming);
        Assert.Empty(app.Target.Batches);
    }

    [Theory]
    [MemberData(nameof(Data))]
    public async Task A_wrong_field_is_told_by_name(string data, string naming)
    {
        await using RouterApp app = await RouterApp.StartAsync();
        Answer answer = await app.SyncAsync(User(data));
        answer.Refuses(400, naming);
        Assert.NotEmpty(answer.Json!["errors"]!.AsObject());
        Assert.Empty(app.Target.Batches);
    }

    [Theory]
    [MemberData(nameof(Things))]
    public async Task A_value_of_the_wrong_kind_is_told_by_name(string field, string naming)
    {
        await using RouterApp app = await RouterApp.StartAsync();
        string code = field.StartsWith("\"code", StringComparison.Ordinal) ? "" : "\"code\":\"AB1\",";
        (await app.SyncAsync($$"""{"model":"things","operation":"create","recordId":"7","data":{ {{code}}{{field}} } }""")).Refuses(400, naming);
        Assert.Empty(app.Target.Batches);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        Answer answer = await app.SyncAsync(User(""" "email":1,"nmae":"x","emailVerified":"no","bladeId":"other" """));
        Assert.Equal(["email", "nmae", "emailVerified", "bladeId"], answer.Json!["errors"]!.AsObject().Select(static pair => pair.Key));
    }

    [Fact]
    public async Task A_long_text_that_fits_is_taken_at_its_length_in_code_points()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        (await app.SyncAsync(User($$""" "email":"a@b","name":"{{string.Concat(Enumerable.Repeat("😀", 50))}}" """))).Accepts();
    }

    [Theory]
    [InlineData("/sync", 10)]
    [InlineData("/sync/batch", 10)]
    [InlineData("/sync", 40)]
    public async Task A_body_that_is_too_long_is_refused_and_not_read(string path, int megabytes)
    {
        await using RouterApp app = await RouterApp.StartAsync();
        using HttpClient client = new() { BaseAddress = app.Address };
        using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new StallingContent(megabytes << 20) };
        request.Headers.Add("X-Sync-Secret", RouterApp.Secret);
        request.Headers.ExpectContinue = true;
        using HttpResponseMessage response = await client.SendAsync(request);
        Assert.Equal(413, (int)response.StatusCode);
        Assert.Contains("longer than", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chunked_body_that_is_too_long_is_refused()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        Answer answer = await app.PostAsync("/sync", new ByteArrayContent(new byte[(1 << 20) + 1]), change: static r => r.Headers.TransferEncodingChunked = true);
        answer.Refuses(413, "longer than 1048576 bytes");
    }

    [Fact]
    public async Task A_body_of_exactly_the_limit_is_read()
    {
        await using RouterApp app = await RouterApp.StartAsync(["SYNC_SECRET=" + RouterApp.Secret, "HiveSync:MaxBodyBytes=2048"]);
        string body = User("\"email\":\"a@b\"");
        (await app.SyncAsync(body + new string(' ', 2048 - body.Length))).Accepts();
        (await app.PostAsync("/sync", body + new string(' ', 2048 - body.Length), change: static r => r.Headers.TransferEncodingChunked = true)).Accepts();
        (await app.SyncAsync(body + new string(' ', 2049 - body.Length))).Refuses(413, "2048");
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_before_anything_is_read()
    {
        await using RouterApp app = await RouterApp.StartAsync(["SYNC_SECRET=" + RouterApp.Secret, "HiveSync:RateLimit=0", "HiveSync:MaxStringBytes=2000"]);
        (await app.SyncAsync(User($$""" "email":"a@b","name":"{{new string('x', 2001)}}" """))).Refuses(400, "name holds a text of more than 2000 bytes");
        (await app.SyncAsync($$"""{"{{new string('m', 2001)}}":1}""")).Refuses(400, "more than 2000 bytes");
        (await app.SyncAsync(User(""" "email":"a@b" """) + new string(' ', 3000))).Accepts();
    }

    [Fact]
    public async Task A_body_nested_too_deep_is_refused()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        string deep = string.Concat(Enumerable.Repeat("{\"a\":", 100_000));
        (await app.SyncAsync(User("\"email\":\"a@b\",\"x\":" + deep))).Refuses(400, "depth of 32");
    }

    [Fact]
    public async Task A_body_that_is_not_UTF8_is_refused()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        (await app.PostAsync("/sync", new ByteArrayContent([.. Encoding.UTF8.GetBytes("{\"model\":\""), 0xED, 0xA0, 0x80, (byte)'"', (byte)'}']))).Refuses(400, "not UTF-8");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    public async Task A_wrong_content_type_is_refused(string type)
    {
        await using RouterApp app = await RouterApp.StartAsync();
        ByteArrayContent content = new("{}"u8.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        (await app.PostAsync("/sync", content)).Refuses(400, "Content-Type must be application/json");
    }

    [Fact]
    public async Task A_compressed_body_is_refused()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        (await app.PostAsync("/sync", "{}", change: static r => r.Content!.Headers.ContentEncoding.Add("gzip"))).Refuses(400, "Content-Encoding");
    }

    [Fact]
    public async Task A_flood_of_unknown_fields_gets_a_short_answer()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        string flood = string.Join(',', Enumerable.Range(0, 50_000).Select(static i => $"\"f{i}\":1"));
        Answer answer = await app.SyncAsync(User(flood));
        answer.Refuses(400, "f0 is no field");
        Assert.InRange(answer.Text.Length, 1, 10_000);
        Answer outer = await app.SyncAsync("{" + flood + "}");
        outer.Refuses(400, "f0 is unknown");
        Assert.InRange(outer.Text.Length, 1, 10_000);
    }

    private static string User(string data, string model = "users", string operation = "create")
        => $$"""{"model":"{{model}}","operation":"{{operation}}","recordId":"u","data":{ {{data}} } }""";

    /// <summary>Announces its length and sends nothing unless it is asked to go on.</summary>
    private sealed class StallingContent : HttpContent
    {
        private readonly int length;

        public StallingContent(int length)
        {
            this.length = length;
            Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
            => throw new InvalidOperationException("The body was asked for.");

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
