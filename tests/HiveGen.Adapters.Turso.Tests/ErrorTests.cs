using System.Net;
using System.Text;
using HiveGen.Adapters.Http;
using HiveGen.Adapters.Turso;
using HiveGen.Adapters.Turso.Hrana;
using HiveGen.Targets;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Tests;

public sealed class ErrorTests
{
    [Theory]
    [InlineData("SQLITE_BUSY", "database is locked", TargetFailure.Transient)]
    [InlineData("SQLITE_LOCKED", "database table is locked", TargetFailure.Transient)]
    [InlineData("STREAM_EXPIRED", "The stream has expired due to inactivity", TargetFailure.Transient)]
    [InlineData("", "something new", TargetFailure.Transient)]
    [InlineData("SQLITE_CONSTRAINT", "SQLite error: CHECK constraint failed: x<3", TargetFailure.Batch)]
    [InlineData("SQLITE_CONSTRAINT_NOTNULL", "NOT NULL constraint failed", TargetFailure.Batch)]
    [InlineData("SQLITE_TOOBIG", "string or blob too big", TargetFailure.Batch)]
    [InlineData("SQLITE_UNKNOWN", "SQLite error: too many SQL variables", TargetFailure.Batch)]
    [InlineData("SQLITE_UNKNOWN", "SQLite error: no such table: users", TargetFailure.Schema)]
    [InlineData("SQL_INPUT_ERROR", "SQL input error: no such column: nick (at offset 7)", TargetFailure.Schema)]
    [InlineData("SQLITE_UNKNOWN", "SQLite error: table users has no column named nick", TargetFailure.Schema)]
    [InlineData("SQLITE_ERROR", "duplicate column name: nick", TargetFailure.Schema)]
    [InlineData("SQLITE_READONLY", "attempt to write a readonly database", TargetFailure.Configuration)]
    [InlineData("BLOCKED", "SQL write operations are forbidden (writes are blocked)", TargetFailure.Configuration)]
    [InlineData("RESPONSE_TOO_LARGE", "Response is too large", TargetFailure.TooLarge)]
    public void Errors_of_statements_are_classed(string code, string message, TargetFailure failure) => Assert.Equal(failure, TursoErrors.Class(new HranaError(code, message)));

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, """{"error":"Unauthorized: bad token"}""", TargetFailure.Configuration, "Unauthorized: bad token Check Hive:Targets:edge:AuthToken")]
    [InlineData(HttpStatusCode.Forbidden, """{"error":"read only"}""", TargetFailure.Configuration, "make one that is not read-only")]
    [InlineData(HttpStatusCode.NotFound, "no such host", TargetFailure.Configuration, "Check Hive:Targets:edge:Url")]
    [InlineData(HttpStatusCode.BadRequest, """{"message":"JSON parse error"}""", TargetFailure.Batch, "JSON parse error")]
    [InlineData(HttpStatusCode.BadRequest, """{"message":"The stream has expired"}""", TargetFailure.Transient, "expired")]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, "", TargetFailure.TooLarge, "413")]
    [InlineData(HttpStatusCode.TooManyRequests, "", TargetFailure.Throttled, "429")]
    [InlineData(HttpStatusCode.BadGateway, "<html>", TargetFailure.Transient, "502")]
    public void Statuses_are_classed_in_the_servers_words(HttpStatusCode status, string body, TargetFailure failure, string words)
    {
        TursoSettings settings = TursoSettings.Of("Hive:Targets:edge", "http://localhost", new TursoTargetOptions(), null);
        TargetException made = TursoErrors.Of(settings, "The server", new HttpAnswer(status, body.StartsWith('{'), Encoding.UTF8.GetBytes(body), TimeSpan.FromSeconds(3)));
        Assert.Equal(failure, made.Failure);
        Assert.Contains(words, made.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_libSQL_server_is_a_matter_of_configuration()
    {
        await using FixedServer server = await FixedServer.StartAsync(static context => context.Response.WriteAsync("hello"));
        await using TursoTarget target = new("edge", server.Url);
        TargetException wrong = await Assert.ThrowsAsync<TargetException>(async () => await target.ReadCursorAsync("h", CancellationToken.None));
        Assert.Equal(TargetFailure.Configuration, wrong.Failure);
        Assert.Contains("Check Hive:Targets:edge:Url", wrong.Message, StringComparison.Ordinal);
    }
}
