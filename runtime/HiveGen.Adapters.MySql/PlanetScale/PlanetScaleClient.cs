using System.Net;
using System.Text;
using System.Text.Json;
using HiveGen.Adapters.Http;
using HiveGen.Targets;

namespace HiveGen.Adapters.MySql.PlanetScale;

/// <summary>Sends statements to PlanetScale's API. Thread-safe.</summary>
internal sealed class PlanetScaleClient(PlanetScaleSettings settings) : IDisposable
{
    private const int TableFactor = 10; // where a whole table is read or written
    private const string Path = "psdb.v1alpha1.Database/Execute";

    private readonly TargetHttp http = new(Peer(settings), settings.Url, settings.Options.Clock, settings.Options.Handler);

    /// <summary>The clock of the target.</summary>
    public TimeProvider Clock => settings.Options.Clock;

    /// <summary>What messages call it.</summary>
    public static string Peer(PlanetScaleSettings settings) => $"PlanetScale at {settings.Url}";

    /// <summary>Sends a statement.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="session">The session of the last answer; null for a new one.</param>
    /// <param name="read">Reads the answer, unless it is an error of the database.</param>
    /// <param name="wholeTable">Whether it may take as long as a whole table does.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The session of this answer, and what was read of it or the database's error.</returns>
    /// <exception cref="TargetException">There is no answer, or it is no database's.</exception>
    public async ValueTask<(byte[]? Session, MySqlRefusal? Refusal, TResult? Result)> SendAsync<TResult>(
        string sql, byte[]? session, Func<JsonElement, TResult> read, bool wholeTable, CancellationToken cancellationToken)
    {
        PooledBuffer body = PooledBuffer.Object((sql, session), static (writer, what) =>
        {
            writer.WriteString("query"u8, what.sql);
            writer.WritePropertyName("session"u8);
            writer.WriteRawValue(what.session ?? "null"u8.ToArray(), skipInputValidation: true);
        });
        HttpAnswer answer;
        using (HttpRequestMessage request = new(HttpMethod.Post, Path) { Content = TargetHttp.Json(body.Written) })
        {
            request.Headers.TryAddWithoutValidation("Authorization", settings.Authorization());
            answer = await http.SendAsync(request, settings.Options.Timeout * (wholeTable ? TableFactor : 1), cancellationToken).ConfigureAwait(false);
        }

        body.Return();
        if (answer.Status != HttpStatusCode.OK)
        {
            throw Failure(answer);
        }

        return answer.Read(
            root =>
            {
                MySqlRefusal? refusal = PlanetScaleAnswer.Error(root);
                bool hasSession = root.TryGetProperty("session"u8, out JsonElement own) && own.ValueKind == JsonValueKind.Object;
                byte[]? next = hasSession ? Encoding.UTF8.GetBytes(own.GetRawText()) : session;
                if (refusal is null && (next is null || !(hasSession || root.TryGetProperty("result"u8, out _))))
                {
                    // Somebody else's, or the statements after it would be no transaction.
                    throw new FormatException("It has no session.");
                }

                return (next, refusal, refusal is null ? read(root) : default);
            },
            broken => broken.IsJson
                ? new TargetException(TargetFailure.Transient, $"{http.Peer} gave an answer that is broken, or not PlanetScale's.")
                : new TargetException(TargetFailure.Configuration, $"What answers at {settings.Url} is not PlanetScale's API: it answered 200 without JSON. Check {settings.Key}:Url."));
    }

    /// <summary>Closes its connections.</summary>
    public void Dispose() => http.Dispose();

    private TargetException Failure(HttpAnswer answer)
    {
        string? words = Words(answer);
        return answer.Status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => HttpFailures.Make(TargetFailure.Configuration, http.Peer, answer, words, $"Check {settings.Key}:Username and {settings.Key}:Password: a password belongs to one branch, and its role must be able to write."),
            HttpStatusCode.NotFound => HttpFailures.Make(TargetFailure.Configuration, http.Peer, answer, words, $"Check {settings.Key}:Url: it is the host that PlanetScale shows."),
            // The database, not the API, is away.
            HttpStatusCode.ServiceUnavailable when answer.RetryAfter is null => HttpFailures.Make(TargetFailure.Transient, http.Peer, answer, words),
            HttpStatusCode.BadRequest => HttpFailures.Make(TargetFailure.Batch, http.Peer, answer, words),
            _ => HttpFailures.Make(HttpFailures.Class(answer.Status), http.Peer, answer, words),
        };
    }

    // None where the body is cut, or something else: the status says enough.
    private static string? Words(HttpAnswer answer)
    {
        try
        {
            return answer.IsJson ? answer.Read(static root => Words(root.ValueKind == JsonValueKind.Object && root.TryGetProperty("error"u8, out JsonElement error) ? error : root), static _ => new TargetException(TargetFailure.Unknown, "no JSON")) : null;
        }
        catch (TargetException)
        {
            return null;
        }
    }

    private static string? Words(JsonElement error)
        => error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message"u8, out JsonElement message) && message.ValueKind == JsonValueKind.String ? message.GetString()
            : error.ValueKind == JsonValueKind.String ? error.GetString()
            : null;
}
