using System.Text;
using HiveGen.Adapters.MySql;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Tests;

/// <summary>What becomes of a batch by what the API answers, as it should be and as it should not.</summary>
public sealed class PlanetScaleAnswerTests
{
    private const string Json = "application/json";
    private const string Session = "\"session\":{\"signature\":\"s\"}";

    [Theory]
    [InlineData(401, Json, """{"error":{"code":"unauthenticated","message":"no such password"}}""", TargetFailure.Configuration, "answered 401: no such password Check Hive:Targets:shop:Username and Hive:Targets:shop:Password")]
    [InlineData(403, Json, """{"error":"not allowed"}""", TargetFailure.Configuration, "answered 403: not allowed Check Hive:Targets:shop:Username")]
    [InlineData(401, Json, "", TargetFailure.Configuration, "answered 401. Check Hive:Targets:shop:Username")]
    [InlineData(401, Json, "\"no\"", TargetFailure.Configuration, "answered 401: no Check Hive:Targets:shop:Username")]
    [InlineData(401, Json, "{\"error\":{\"mess", TargetFailure.Configuration, "answered 401. Check Hive:Targets:shop:Username")]
    [InlineData(404, Json, """{"code":"unimplemented","message":"no such method"}""", TargetFailure.Configuration, "answered 404: no such method Check Hive:Targets:shop:Url")]
    [InlineData(302, "text/html", "<html>", TargetFailure.Configuration, "answered 302.")]
    [InlineData(400, Json, """{"message":"bad"}""", TargetFailure.Batch, "answered 400: bad")]
    [InlineData(413, Json, "[]", TargetFailure.TooLarge, "answered 413.")]
    [InlineData(429, Json, """{"error":{"message":7}}""", TargetFailure.Throttled, "answered 429.")]
    [InlineData(500, "text/html", "<html>", TargetFailure.Transient, "answered 500.")]
    [InlineData(503, Json, "", TargetFailure.Transient, "answered 503.")]
    public async Task A_refused_request_is_classed_by_its_status_whatever_its_body(int status, string type, string body, TargetFailure failure, string words)
    {
        TargetException refused = await RefusedAsync(new Answer(status, type, body));
        Assert.Equal(failure, refused.Failure);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_says_when_to_come_again_is_heard()
    {
        TargetException refused = await RefusedAsync(new Answer(503, Json, "{}", RetryAfter: "7"));
        Assert.Equal(TargetFailure.Throttled, refused.Failure);
        Assert.Equal(TimeSpan.FromSeconds(7), refused.RetryAfter);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"ok":true}""")]
    [InlineData("""{"result":{"rowsAffected":"1"}}""")] // no session: the transaction would not go on
    [InlineData("{" + Session + ",\"result\":{\"rowsAff")]
    [InlineData("""{"error":{"message":1}}""")]
    public async Task An_answer_that_is_not_the_APIs_is_no_success(string body)
        => Assert.Equal(TargetFailure.Transient, (await RefusedAsync(new Answer(200, Json, body))).Failure);

    [Fact]
    public async Task A_page_instead_of_the_API_is_a_matter_of_configuration()
    {
        TargetException refused = await RefusedAsync(new Answer(200, "text/html", "<html>"));
        Assert.Equal(TargetFailure.Configuration, refused.Failure);
        Assert.EndsWith("it answered 200 without JSON. Check Hive:Targets:shop:Url.", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"lengths":["1"],"values":"MA=="}""")] // fewer columns than were asked for
    [InlineData("""{"lengths":["1","2"],"values":"MGFi"}""")]
    [InlineData("""{"lengths":["1","2","3"],"values":"MGFi"}""")] // fewer bytes than there should be
    [InlineData("""{"lengths":["1","99999999999","0"],"values":"MGFi"}""")]
    [InlineData("""{"lengths":[null,"2","1"],"values":"MGFi"}""")]
    [InlineData("""{"lengths":["1","-2","2"],"values":"MGFi"}""")]
    [InlineData("""{"lengths":["1","-1","2"],"values":"MGFi"}""")] // an id that is NULL
    [InlineData("""{"lengths":["1","1","1"],"values":"OWFi"}""")] // a run that was not asked about
    [InlineData("""{"lengths":["1","1","1"],"values":"!"}""")]
    [InlineData("""{"values":"MGFi"}""")]
    public async Task A_row_that_is_broken_is_no_fault_of_a_record(string row)
    {
        TargetException refused = await RefusedAsync(new Answer(200, Json, "{" + Session + ",\"result\":{\"rows\":[" + row + "]}}"));
        Assert.Equal(TargetFailure.Transient, refused.Failure);
        Assert.Contains("gave an answer that is broken", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99999999999999999999")]
    [InlineData("-1")]
    [InlineData("one")]
    public async Task A_number_of_rows_that_is_none_is_no_fault_of_a_record(string rows)
        => Assert.Equal(TargetFailure.Transient, (await RefusedAsync(new Answer(200, Json, "{" + Session + ",\"result\":{\"rowsAffected\":\"" + rows + "\"}}"))).Failure);

    [Fact]
    public async Task A_connection_that_breaks_off_in_the_middle_of_an_answer_passes()
    {
        await using FixedServer server = await FixedServer.StartAsync(static async context =>
        {
            context.Response.ContentType = Json;
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("{" + Session);
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        Assert.Equal(TargetFailure.Transient, (await RefusedAsync(server)).Failure);
    }

    private static async Task<TargetException> RefusedAsync(Answer answer)
    {
        await using FixedServer server = await FixedServer.StartAsync(answer.GiveAsync);
        return await RefusedAsync(server);
    }

    private static async Task<TargetException> RefusedAsync(FixedServer server)
    {
        await using PlanetScaleTarget target = new("shop", server.Url, new PlanetScaleTargetOptions { Username = "user", Password = "pass-word" });
        TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await target.SendAsync(new SendBatch([Items.Note("ab", 5)], null), CancellationToken.None));
        Assert.DoesNotContain("pass-word", refused.ToString(), StringComparison.Ordinal);
        return refused;
    }

    private sealed record Answer(int Status, string Type, string Body, string? RetryAfter = null)
    {
        public async Task GiveAsync(HttpContext context)
        {
            context.Response.StatusCode = Status;
            context.Response.ContentType = Type;
            if (RetryAfter is not null)
            {
                context.Response.Headers.RetryAfter = RetryAfter;
            }

            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Body));
        }
    }
}
