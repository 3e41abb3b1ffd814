using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Tests;

public sealed class ConvexErrorTests
{
    private const string Key = "prod:happy-animal-123|do_not_tell";

    public static TheoryData<int, string, TargetFailure> Answers => new()
    {
        { 401, """{"code":"Unauthorized","message":"its own words"}""", TargetFailure.Configuration },
        { 403, """{"code":"BadDeployKey","message":"its own words"}""", TargetFailure.Configuration },
        { 404, """{"code":"NotFound","message":"its own words"}""", TargetFailure.Configuration },
        { 400, """{"code":"BadConvexClientVersion","message":"its own words"}""", TargetFailure.Configuration },
        { 404, """{"code":"FunctionPathNotFound","message":"its own words"}""", TargetFailure.Schema },
        { 408, """{"code":"RequestTimeout","message":"its own words"}""", TargetFailure.Transient },
        { 413, """{"code":"TooLarge","message":"its own words"}""", TargetFailure.TooLarge },
        { 429, """{"code":"RateLimited","message":"its own words"}""", TargetFailure.Throttled },
        { 503, """{"code":"OptimisticConcurrencyControlFailure","message":"its own words"}""", TargetFailure.Transient },
        { 503, """{"code":"OutOfRetention","message":"its own words"}""", TargetFailure.Transient },
        { 503, """{"code":"Overloaded","message":"its own words"}""", TargetFailure.Throttled },
        { 500, """{"code":"InternalServerError","message":"its own words"}""", TargetFailure.Transient },
        { 200, """{"status":"error","errorMessage":"its own words: Could not find public function for 'hive:apply'"}""", TargetFailure.Schema },
        { 200, """{"status":"error","errorMessage":"ArgumentValidationError: its own words"}""", TargetFailure.Schema },
        { 200, """{"status":"error","errorMessage":"its own words","errorData":{"hive":"cursor"}}""", TargetFailure.CursorConflict },
        { 200, """{"status":"error","errorMessage":"its own words","errorData":{"hive":"model","model":"notes"}}""", TargetFailure.Schema },
        { 200, """{"status":"error","errorMessage":"its own words","errorData":"a text"}""", TargetFailure.Batch },
        { 200, """{"status":"error","errorMessage":"its own words","errorData":{"code":"no"}}""", TargetFailure.Batch },
        { 200, """{"status":"error","errorMessage":"its own words: Value is too large (1.2 MiB > maximum size 1 MiB)"}""", TargetFailure.TooLarge },
        { 200, """{"status":"error","errorMessage":"its own words: Too many documents written"}""", TargetFailure.TooLarge },
        { 200, """{"status":"error","errorMessage":"its own words: it does not match the schema: not a string"}""", TargetFailure.Batch },
        { 200, """{"status":"error","errorMessage":"its own words: Function execution timed out (maximum duration: 1s)"}""", TargetFailure.Timeout },
        { 200, """{"status":"error","errorMessage":"its own words: [Request ID: 1] Server Error"}""", TargetFailure.Unknown },
        { 560, """{"status":"error","errorMessage":"its own words","errorData":{"hive":"cursor"}}""", TargetFailure.CursorConflict },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_stands_for_one_kind_of_failure_and_tells_no_key(int status, string body, TargetFailure failure)
    {
        await using FixedServer server = await FixedServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = "7";
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(body);
        });
        TargetException thrown = await Assert.ThrowsAsync<TargetException>(() => SendAsync(server));
        Assert.Equal(failure, thrown.Failure);
        Assert.Equal(TimeSpan.FromSeconds(7), thrown.RetryAfter);
        Assert.Contains(server.Url, thrown.Message, StringComparison.Ordinal);
        Assert.Contains("its own words", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, thrown.ToString(), StringComparison.Ordinal);
        string? advice = failure switch { TargetFailure.Schema => "hive export convex", TargetFailure.Configuration => "CONVEX_DEPLOY_KEY", _ => null };
        Assert.Contains(advice ?? "", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"status":"success","value":{}}""")]
    [InlineData("""{"status":"success","value":{"notes":[]}}""")]
    [InlineData("""{"status":"success","value":{"notes":["better"]}}""")]
    public async Task An_answer_that_does_not_tell_of_every_row_passes_for_no_success(string body)
    {
        await using FixedServer server = await FixedServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(body);
        });
        Assert.Equal(TargetFailure.Schema, (await Assert.ThrowsAsync<TargetException>(() => SendAsync(server))).Failure);
    }

    [Fact]
    public async Task What_no_function_answers_is_an_address_of_somebody_else()
    {
        await using FixedServer server = await FixedServer.StartAsync(static context => context.Response.WriteAsync("<html>"));
        Assert.Equal(TargetFailure.Configuration, (await Assert.ThrowsAsync<TargetException>(() => SendAsync(server))).Failure);
    }

    [Fact]
    public async Task Words_that_are_no_UTF_8_take_nothing_from_what_the_status_says()
    {
        await using FixedServer server = await FixedServer.StartAsync(static context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "7";
            context.Response.ContentType = "application/json";
            return context.Response.Body.WriteAsync(Encoding.Latin1.GetBytes("""{"message":"zu früh"}""")).AsTask();
        });
        TargetException thrown = await Assert.ThrowsAsync<TargetException>(() => SendAsync(server));
        Assert.Equal((TargetFailure.Throttled, TimeSpan.FromSeconds(7)), (thrown.Failure, thrown.RetryAfter));
    }

    [Theory]
    [InlineData("date", "soon")]
    [InlineData("guid", "none")]
    [InlineData("timestamp", "yesterday")]
    [InlineData("json", "{")]
    [InlineData("decimal", "NaN")]
    public async Task A_value_that_only_another_program_can_have_written_differs_and_stops_no_comparison(string field, string value)
    {
        string[] values = ["null", JsonSerializer.Serialize(value)];
        List<IReadOnlyList<BucketDigest>> seen = [];
        foreach (string text in values)
        {
            await using FixedServer server = await FixedServer.StartAsync(async context =>
            {
                using JsonDocument request = await JsonDocument.ParseAsync(context.Request.Body);
                bool first = request.RootElement.GetProperty("args")[0].GetProperty("after").GetString() is "";
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync($$"""{"status":"success","value":[{{(first ? $$"""{"hiveId":"e1","hiveVersion":5,"hiveDeleted":false,"{{field}}":{{text}}}""" : "")}}]}""");
            });
            await using ConvexTarget target = new("convex", server.Url, new ConvexTargetOptions { DeployKey = Key });
            seen.Add(await target.DigestAsync(Items.Of<EverythingSync>(), Items.Home, 16, CancellationToken.None));
        }

        Assert.NotEqual(seen[0], seen[1]);
        Assert.Equal(1, seen[1].Sum(static bucket => bucket.Count));
    }

    [Fact]
    public void Values_that_JSON_has_not_are_read_as_they_are_written()
    {
        using MemoryStream stream = new();
        JsonEncodedText name = JsonEncodedText.Encode("v");
        foreach (double value in new[] { 1.5, -0.0, double.NaN, double.PositiveInfinity, double.Epsilon })
        {
            stream.SetLength(0);
            using (Utf8JsonWriter writer = new(stream))
            {
                writer.WriteStartObject();
                ConvexValues.WriteDouble(writer, name, value);
                writer.WriteEndObject();
            }

            double read = ConvexValues.ReadDouble(JsonElement.Parse(stream.ToArray()).GetProperty("v"));
            Assert.Equal(BitConverter.DoubleToInt64Bits(value) & long.MaxValue, BitConverter.DoubleToInt64Bits(read) & long.MaxValue);
            Assert.True(double.IsNaN(value) || double.IsNegative(value) == double.IsNegative(read));
        }

        Assert.Throws<FormatException>(() => ConvexValues.ReadInt64(JsonElement.Parse("""{"$integer":"AA=="}""")));
    }

    private static async Task<IReadOnlyList<ItemOutcome>> SendAsync(FixedServer server)
    {
        await using ConvexTarget target = new("app", server.Url, new ConvexTargetOptions { DeployKey = Key });
        return await target.SendAsync(new SendBatch([Items.Note("n1", 1)], null), CancellationToken.None);
    }
}
