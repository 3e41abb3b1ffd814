using System.Net;
using HiveGen.Adapters.Http;
using HiveGen.Targets;

namespace HiveGen.Adapters.Turso.Hrana;

/// <summary>Sends batches to a libSQL server. Thread-safe.</summary>
internal sealed class HranaClient(TursoSettings settings) : IDisposable
{
    private const int TableFactor = 10; // where a whole table is read or written

    private readonly TargetHttp http = new($"The libSQL server at {settings.Url}", settings.Url, settings.Options.Clock, settings.Options.Handler);

    /// <summary>Sends a batch and reads its answer.</summary>
    /// <param name="request">The batch, which is given back.</param>
    /// <param name="read">Reads the answer. Errors of steps are its affair.</param>
    /// <param name="wholeTable">Whether it may take as long as a whole table does.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TargetException">There is no answer, or it is a refusal of the batch as a whole.</exception>
    public async ValueTask<TResult> SendAsync<TResult>(HranaRequest request, Func<HranaAnswer, TResult> read, bool wholeTable, CancellationToken cancellationToken)
    {
        request.End();
        HttpAnswer answer;
        using (HttpRequestMessage message = Make(request.Buffer.Written))
        {
            answer = await http.SendAsync(message, settings.Options.Timeout * (wholeTable ? TableFactor : 1), cancellationToken).ConfigureAwait(false);
        }

        request.Buffer.Return();
        if (answer.Status != HttpStatusCode.OK)
        {
            throw TursoErrors.Of(settings, http.Peer, answer);
        }

        return answer.Read(
            root =>
            {
                HranaAnswer batch = HranaAnswer.Of(root, out HranaError? error);
                return error is null ? read(batch) : throw TursoErrors.Of(http.Peer, error);
            },
            _ => answer.IsJson
                ? new TargetException(TargetFailure.Transient, $"{http.Peer} gave an answer that is broken, or no libSQL server's.")
                : new TargetException(TargetFailure.Configuration, $"What answers at {settings.Url} is no libSQL server: it answered 200 without JSON. Check {settings.Key}:Url."));
    }

    /// <summary>Makes the failure of a step.</summary>
    public TargetException Fail(HranaError error) => TursoErrors.Of(http.Peer, error);

    /// <summary>Closes its connections.</summary>
    public void Dispose() => http.Dispose();

    private HttpRequestMessage Make(ReadOnlyMemory<byte> body)
    {
        HttpRequestMessage request = new(HttpMethod.Post, "v2/pipeline") { Content = TargetHttp.Json(body) };
        if (settings.Token() is { } token)
        {
            if (!HttpSettings.IsKey(token))
            {
                throw new TargetException(TargetFailure.Configuration, $"{settings.Key}:AuthToken (or {TursoSettings.TokenVariable}) holds what cannot be sent in a header: copy it again.");
            }

            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        }

        return request;
    }
}
