namespace HiveGen.AspNetCore.Tests.Router;

public sealed class The_sync_endpoint
{
    private const string Curl = """{"model":"users","operation":"create","data":{"bladeId":"test123","email":"test@example.com","name":"Test User"},"recordId":"test123","timestamp":1234567890}""";

    [Fact]
    public async Task The_curl_of_the_original_works_as_it_stands()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        Answer answer = await app.SyncAsync(Curl);
        Assert.Equal(200, answer.Status);
        Assert.Equal("application/json", answer.ContentType);
        Assert.Equal($$"""{"success":true,"model":"users","operation":"create","recordId":"test123","syncedAt":{{app.Clock.GetUtcNow().ToUnixTimeMilliseconds()}}}""", answer.Text);
        Assert.Null(answer.Headers.TransferEncodingChunked);
        UserSync user = app.Target.User("test123")!;
        Assert.Equal("test@example.com", user.Email);
        Assert.Equal("Test User", user.Name);
        Assert.Equal("free", user.SubscriptionPlan);
        Assert.Equal("http", app.Target["users", SqlValue.From("test123")]!.Home);
    }

    [Fact]
    public async Task An_update_changes_the_given_fields_and_no_others()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        (await app.SyncAsync(Curl)).Accepts();
        (await app.SyncAsync("""{"model":"users","operation":"update","data":{"name":null,"handle":"tess"},"recordId":"test123"}""")).Accepts();
        UserSync user = app.Target.User("test123")!;
        Assert.Null(user.Name);
        Assert.Equal("tess", user.Handle);
        Assert.Equal("test@example.com", user.Email);
    }

    [Fact]
    public async Task A_repeated_create_resets_nothing_that_was_not_given()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        (await app.SyncAsync("""{"model":"users","operation":"create","data":{"email":"a@b","subscriptionPlan":"pro","createdAt":"2020-01-01T00:00:00Z"},"recordId":"u"}""")).Accepts();
        (await app.SyncAsync("""{"model":"users","operation":"create","data":{"email":"c@d"},"recordId":"u"}""")).Accepts();
        UserSync user = app.Target.User("u")!;
        Assert.Equal("c@d", user.Email);
        Assert.Equal("pro", user.SubscriptionPlan);
        Assert.Equal(2020, user.CreatedAt!.Value.Year);
    }

    [Fact]
    public async Task What_was_validated_is_what_the_target_gets()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        (await app.SyncAsync("""{"model":"users","operation":"create","data":{"email":"a@b"},"recordId":"u"}""")).Accepts();
        UserSync sent = (UserSync)app.Target.Batches.Single().Items.Single().Record!;
        Assert.Equal(["free", app.Clock.GetUtcNow()], new object?[] { sent.SubscriptionPlan, sent.CreatedAt });
        Assert.Equal(["email", "id"], new UserModel().Fields.Where((_, i) => sent.Given.Has(i)).Select(static field => field.Name).Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","data":null""")]
    [InlineData(""","data":{}""")]
    [InlineData(""","data":{"id":"test123","email":"x"}""")]
    public async Task A_delete_needs_no_data(string data)
    {
        await using RouterApp app = await RouterApp.StartAsync();
        (await app.SyncAsync(Curl)).Accepts();
        (await app.SyncAsync($$"""{"model":"users","operation":"delete","recordId":"test123"{{data}}}""")).Accepts();
        Assert.Null(app.Target.User("test123"));
        Answer late = await app.SyncAsync("""{"model":"users","operation":"update","data":{"name":"x"},"recordId":"test123"}""");
        late.Refuses(409, "deleted");
        Assert.Equal(("users", "update", "test123"), ((string?)late.Json!["model"], (string?)late.Json["operation"], (string?)late.Json["recordId"]));
        (await app.SyncAsync(Curl)).Accepts();
        Assert.NotNull(app.Target.User("test123"));
    }

    [Fact]
    public async Task The_order_of_the_members_is_free()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        (await app.SyncAsync("""{"data":{"email":"a@b"},"timestamp":"2026-01-01T00:00:00Z","recordId":"u","operation":"create","model":"users"}""")).Accepts();
        Assert.Equal("a@b", app.Target.User("u")!.Email);
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_body()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        (await app.SyncAsync("\uFEFF" + Curl)).Accepts();
    }

    [Fact]
    public async Task A_version_and_a_home_make_it_state()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        (await app.SyncAsync("""{"model":"users","operation":"update","data":{"email":"new@b"},"recordId":"u","version":7,"home":"h1"}""")).Accepts();
        Answer late = await app.SyncAsync("""{"model":"users","operation":"update","data":{"email":"old@b"},"recordId":"u","version":6,"home":"h1"}""");
        late.Accepts();
        Assert.Equal("stale", (string?)late.Json!["status"]);
        Assert.Equal("new@b", app.Target.User("u")!.Email);
        Assert.Equal(new MemoryTarget.Row(app.Target.User("u"), 7, "h1"), app.Target["users", SqlValue.From("u")]);
        (await app.SyncAsync("""{"model":"users","operation":"update","data":{"email":"x@b"},"recordId":"u","version":9,"home":"h2"}""")).Refuses(409, "home");
        (await app.SyncAsync("""{"model":"users","operation":"update","data":{"email":"x@b"},"recordId":"u"}""")).Refuses(409, "home");
        (await app.SyncAsync("""{"model":"users","operation":"delete","recordId":"u","version":8,"home":"h1"}""")).Accepts();
        Assert.Null(app.Target.User("u"));
    }

    [Theory]
    [InlineData(""" "version":1 """, "home is required")]
    [InlineData(""" "home":"h" """, "version is required")]
    [InlineData(""" "version":0,"home":"h" """, "version must be a whole number from 1")]
    [InlineData(""" "version":9007199254740992,"home":"h" """, "version must be")]
    [InlineData(""" "version":"1","home":"h" """, "version must be")]
    [InlineData(""" "version":1.5,"home":"h" """, "version must be")]
    [InlineData(""" "version":1,"home":"http" """, "home must be")]
    [InlineData(""" "version":1,"home":"a b" """, "home must be")]
    [InlineData(""" "version":1,"home":5 """, "home must be a string")]
    public async Task A_version_without_a_home_or_a_wrong_one_is_refused(string members, string naming)
    {
        await using RouterApp app = await RouterApp.StartAsync();
        Answer answer = await app.SyncAsync($$"""{"model":"users","operation":"update","data":{"email":"a@b"},"recordId":"u",{{members}}}""");
        answer.Refuses(400, naming);
        Assert.Empty(app.Target.Batches);
    }

    [Fact]
    public async Task A_versioned_record_is_whole()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        Answer answer = await app.SyncAsync("""{"model":"users","operation":"update","data":{"name":"x"},"recordId":"u","version":1,"home":"h"}""");
        answer.Refuses(400, "email is required");
    }

    [Fact]
    public async Task Every_type_arrives_as_it_was_sent()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        (await app.SyncAsync("""
            {"model":"things","operation":"create","recordId":"-42","data":{"id":-42,"bladeId":"-42","code":"AB1","flag":true,"small":200,"big":9223372036854775807,"ratio":1e-3,"price":12.3400,
            "at":1234567890123,"day":"2026-02-28","time":"13:45:00","span":"1.02:03:04","key":"0F8FAD5B-D9CB-469F-A165-70867728950E","bytes":"AQID","mood":"Wild","tree":{"a":[1,{"b":"é"}]}}}
            """)).Accepts();
        ThingSync thing = app.Target.Thing(-42)!;
        Assert.Equal((true, (byte)200, long.MaxValue, 0.001, 12.34m), (thing.Flag!.Value, thing.Small!.Value, thing.Big!.Value, thing.Ratio!.Value, thing.Price!.Value));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1234567890123).UtcDateTime, thing.At);
        Assert.Equal(DateTimeKind.Utc, thing.At!.Value.Kind);
        Assert.Equal((new DateOnly(2026, 2, 28), new TimeOnly(13, 45), new TimeSpan(1, 2, 3, 4)), (thing.Day!.Value, thing.Time!.Value, thing.Span!.Value));
        Assert.Equal(Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), thing.Key);
        Assert.Equal([1, 2, 3], thing.Bytes!);
        Assert.Equal(Mood.Wild, thing.Mood);
        Assert.Equal("é", thing.Tree!.Value.GetProperty("a")[1].GetProperty("b").GetString());
    }

    [Fact]
    public async Task A_time_with_an_offset_is_the_same_instant()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        (await app.SyncAsync("""{"model":"things","operation":"create","recordId":"1","data":{"code":"AB1","at":"2026-01-01T02:00:00.123456+02:00"}}""")).Accepts();
        Assert.Equal(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddTicks(1234560), app.Target.Thing(1)!.At);
    }

    [Fact]
    public async Task A_path_may_have_a_prefix()
    {
        await using RouterApp app = await RouterApp.StartAsync(map: static app => app.MapHiveSync("/hive"));
        (await app.PostAsync("/hive/sync", Curl)).Accepts();
        (await app.PostAsync("/hive/sync/batch", """{"model":"users","operation":"delete","records":[]}""")).Accepts();
        Assert.Equal(404, (await app.SyncAsync(Curl)).Status);
    }

    [Fact]
    public async Task The_request_id_comes_back_and_is_in_the_log()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        Answer answer = await app.PostAsync("/sync", Curl, change: static r => r.Headers.Add("X-Request-Id", "req-17"));
        Assert.Equal("req-17", answer.Header("X-Request-Id"));
        Assert.Contains(app.Log.Lines, static line => line.Contains("[Sync] Success", StringComparison.Ordinal) && line.Contains("RequestId=req-17", StringComparison.Ordinal));
        Answer other = await app.PostAsync("/sync", "{", change: static r => r.Headers.TryAddWithoutValidation("X-Request-Id", "no good"));
        Assert.NotEqual("no good", other.Header("X-Request-Id"));
        Assert.Equal(other.Header("X-Request-Id"), (string?)other.Json!["requestId"]);
    }

    [Fact]
    public async Task A_request_without_an_id_of_its_own_gets_one_that_no_other_has()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        string kept = new('k', 128), tooLong = kept + "k";
        string?[] ids = [await IdAsync(null), await IdAsync(null), await IdAsync(tooLong), await IdAsync(kept)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, Assert.NotNull);
        Assert.Equal(kept, ids[3]);
        Assert.DoesNotContain(tooLong, ids);

        async Task<string?> IdAsync(string? given) => (await app.PostAsync("/sync", Curl, change: r => r.Headers.TryAddWithoutValidation("X-Request-Id", given is null ? [] : [given]))).Header("X-Request-Id");
    }

    [Fact]
    public async Task A_call_of_another_Hive_has_its_id_in_the_log_too()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        Answer answer = await app.PostAsync("/sync/cursor", "{", change: static r => r.Headers.Add("X-Request-Id", "req-18"));
        answer.Refuses(400, "");
        Assert.Equal(("req-18", "req-18"), (answer.Header("X-Request-Id"), (string?)answer.Json!["requestId"]));
        Assert.Contains(app.Log.Lines, static line => line.Contains("[Sync] Failed", StringComparison.Ordinal) && line.Contains("RequestId=req-18", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_target_is_prepared_once()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.SyncAsync(Curl)));
        Assert.Equal(1, app.Target.Prepared);
    }
}
