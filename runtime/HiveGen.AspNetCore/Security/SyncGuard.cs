using System.Net;
using HiveGen.Router;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HiveGen.Security;

/// <summary>Decides who is let in: the rate, the secret, and after the body has been read the signature. Thread-safe.</summary>
internal sealed class SyncGuard : IDisposable
{
    public const string SecretHeader = "X-Sync-Secret";
    public const string Challenge = "ApiKey header=\"X-Sync-Secret\"";
    private const int WeakLength = 16;

    private readonly SecretRing secrets;
    private readonly MessageSignature? signature;
    private readonly ClientRate rate;
    private readonly bool development;
    private readonly ILogger logger;
    private int plainHttpSaid;

    public SyncGuard(IOptions<HiveSyncOptions> options, IHostEnvironment environment, TimeProvider clock, ILoggerFactory loggers)
    {
        HiveSyncOptions all = options.Value;
        logger = loggers.CreateLogger(SyncLog.Category);
        development = environment.IsDevelopment();
        string[] configured = [.. all.Secrets];
        if (configured.Length == 0 && development)
        {
            configured = [HiveSecret.New()];
            logger.DevelopmentSecret(configured[0]);
        }
        else if (configured.Length == 0)
        {
            logger.NoSecret();
        }
        else if (!development && configured.Any(static secret => secret.Length < WeakLength))
        {
            logger.WeakSecret(WeakLength);
        }

        secrets = new SecretRing(configured);
        signature = all.RequireSignature ? new MessageSignature(configured, all.SignatureTolerance, clock) : null;
        rate = new ClientRate(all.RateLimit, all.RateWindow, clock);
    }

    /// <summary>Whether this request is refused before its body is read; null when it is not.</summary>
    public SyncProblem? Refuse(HttpContext context)
    {
        string? presented = context.Request.Headers[SecretHeader] is [{ } only] ? only : null;
        bool known = secrets.TryMatch(presented, out string name);
        WarnOfPlainHttp(context, presented);
        if (rate.Count(context, known ? name : null) is { } wait)
        {
            return new SyncProblem(StatusCodes.Status429TooManyRequests, $"Too many requests; the next window begins in {wait} s.") { RetryAfter = wait };
        }

        if (known)
        {
            return null;
        }

        logger.Unauthorized(context.Connection.RemoteIpAddress?.ToString());
        return new SyncProblem(StatusCodes.Status401Unauthorized, secrets.IsEmpty
            ? "Unauthorized: the server has no secret yet. Its log says how to set one."
            : $"Unauthorized: send the secret once in the header {SecretHeader}.");
    }

    /// <summary>Whether the signature of the body is refused; null when it is right or none is asked for.</summary>
    public SyncProblem? RefuseSignature(HttpContext context, ReadOnlySpan<byte> body)
    {
        if (signature?.Verify(context.Request.Headers, body) is not { } wrong)
        {
            return null;
        }

        logger.Unauthorized(context.Connection.RemoteIpAddress?.ToString());
        return new SyncProblem(StatusCodes.Status401Unauthorized, "Unauthorized: " + wrong);
    }

    public void Dispose() => rate.Dispose();

    private void WarnOfPlainHttp(HttpContext context, string? presented)
    {
        if (presented is not null && !development && !context.Request.IsHttps
            && context.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address)
            && Interlocked.Exchange(ref plainHttpSaid, 1) == 0)
        {
            logger.PlainHttp();
        }
    }
}
