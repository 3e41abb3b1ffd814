using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Tests;

public sealed class SupabaseErrorTests
{
    private const string Key = "sb_secret_do_not_tell";

    public static TheoryData<int, string?, TargetFailure> Answers => new()
    {
        { 401, "PGRST301", TargetFailure.Configuration },
        { 401, "PGRST302", TargetFailure.Configuration },
        { 401, "PGRST303", TargetFailure.Configuration },
        { 403, "42501", TargetFailure.Configuration },
        { 401, null, TargetFailure.Configuration },
        { 403, null, TargetFailure.Configuration },
        { 404, null, TargetFailure.Configuration },
        { 301, null, TargetFailure.Configuration },
        { 404, "PGRST202", TargetFailure.Schema },
        { 400, "PGRST204", TargetFailure.Schema },
        { 404, "PGRST205", TargetFailure.Schema },
        { 404, "42P01", TargetFailure.Schema },
        { 400, "42703", TargetFailure.Schema },
        { 404, "42883", TargetFailure.Schema },
        { 400, "42702", TargetFailure.Schema },
        { 400, "42P10", TargetFailure.Schema },
        { 500, "42P17", TargetFailure.Schema },
        { 400, null, TargetFailure.Configuration },
        { 409, null, TargetFailure.Configuration },
        { 422, "PT422", TargetFailure.Schema },
        { 409, "PT409", TargetFailure.CursorConflict },
        { 503, "PGRST000", TargetFailure.Transient },
        { 503, "PGRST001", TargetFailure.Transient },
        { 503, "PGRST002", TargetFailure.Transient },
        { 504, "PGRST003", TargetFailure.Transient },
        { 500, "40001", TargetFailure.Transient },
        { 500, "40P01", TargetFailure.Transient },
        { 500, "53300", TargetFailure.Transient },
        { 503, "57P01", TargetFailure.Transient },
        { 503, "08006", TargetFailure.Transient },
        { 500, "57014", TargetFailure.Timeout },
        { 400, "22021", TargetFailure.Batch },
        { 400, "23502", TargetFailure.Batch },
        { 409, "23505", TargetFailure.Batch },
        { 400, "P0001", TargetFailure.Batch },
        { 408, null, TargetFailure.Transient },
        { 413, null, TargetFailure.TooLarge },
        { 429, null, TargetFailure.Throttled },
        { 503, null, TargetFailure.Transient },
        { 500, null, TargetFailure.Transient },
        { 502, null, TargetFailure.Transient },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_stands_for_one_kind_of_failure_and_tells_no_key(int status, string? code, TargetFailure failure)
    {
        await using FixedServer server = await FixedServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = "7";
            return code is null ? context.Response.WriteAsync("<html>") : context.Response.WriteAsJsonAsync(new { code, message = "its own words", details = (string?)null, hint = (string?)null });
        });
        TargetException thrown = await Assert.ThrowsAsync<TargetException>(() => SendAsync(server));
        Assert.Equal(failure, thrown.Failure);
        Assert.Equal(TimeSpan.FromSeconds(7), thrown.RetryAfter);
        Assert.Contains(server.Url, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, thrown.ToString(), StringComparison.Ordinal);
        if (code is not null)
        {
            Assert.Contains("its own words", thrown.Message, StringComparison.Ordinal);
            Assert.Contains(code, thrown.Message, StringComparison.Ordinal);
        }

        string? advice = failure switch { TargetFailure.Schema => "hive export supabase", TargetFailure.Configuration => "SUPABASE_SERVICE_KEY", _ => null };
        Assert.Contains(advice ?? "", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"written":1,"others":[]}""")]
    [InlineData("""{"written":3,"others":[]}""")]
    [InlineData("""{"written":1,"others":[{"n":9,"home":"hive_1"}]}""")]
    [InlineData("""{"written":1,"others":[{"n":0}]}""")]
    [InlineData("""{"written":""")]
    public async Task An_answer_that_does_not_tell_of_every_row_passes_for_no_success(string body)
    {
        await using FixedServer server = await FixedServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(body);
        });
        TargetException thrown = await Assert.ThrowsAsync<TargetException>(() => SendAsync(server));
        Assert.Equal(TargetFailure.Schema, thrown.Failure);
    }

    [Fact]
    public async Task A_row_that_was_not_sent_passes_for_no_outcome()
    {
        await using FixedServer server = await FixedServer.StartAsync(static context => context.Response.WriteAsJsonAsync(new { written = 1, others = new object[] { new { n = 9, home = "hive_1" } } }));
        await using SupabaseTarget target = new("app", server.Url, new SupabaseTargetOptions { Key = Key });
        // As the sender's own view of a batch, a list throws another exception than an array does.
        List<SyncItem> items = [Items.Note("n1", 1), Items.Note("n2", 2)];
        Assert.Equal(TargetFailure.Schema, (await Assert.ThrowsAsync<TargetException>(async () => await target.SendAsync(new SendBatch(items, null), CancellationToken.None))).Failure);
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
    [InlineData("23503", ItemStatus.Dependency)]
    [InlineData("23505", ItemStatus.Retry)]
    [InlineData("23514", ItemStatus.Permanent)]
    [InlineData("22003", ItemStatus.Permanent)]
    public async Task A_row_that_the_database_refused_has_its_own_outcome(string code, ItemStatus status)
    {
        await using FixedServer server = await FixedServer.StartAsync(context => context.Response.WriteAsJsonAsync(new { written = 1, others = new object[] { new { n = 1, code, error = "its own words" } } }));
        IReadOnlyList<ItemOutcome> outcomes = await SendAsync(server);
        Assert.Equal([new ItemOutcome(ItemStatus.Applied), new ItemOutcome(status, $"its own words ({code})")], outcomes);
    }

    [Fact]
    public void A_code_without_a_row_of_its_own_is_judged_by_the_status()
    {
        Assert.Equal(TargetFailure.Transient, SupabaseErrors.Class("XX000", HttpStatusCode.InternalServerError));
        Assert.Equal(TargetFailure.Batch, SupabaseErrors.Class("PGRST102", HttpStatusCode.BadRequest));
    }

    private static async Task<IReadOnlyList<ItemOutcome>> SendAsync(FixedServer server)
    {
        await using SupabaseTarget target = new("app", server.Url, new SupabaseTargetOptions { Key = Key });
        return await target.SendAsync(new SendBatch([Items.Note("n1", 1), Items.Note("n2", 2)], null), CancellationToken.None);
    }
}
