using System.Net;
using HiveGen.Router;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HiveGen.Security;

/// <summary>
/// Decides who is let in: HTTPS, the secret, the rate, and after the body has been read the signature. Follows the options as they
/// change. Thread-safe.
/// </summary>
internal sealed class SyncGuard : IDisposable
{
    public const string SecretHeader = "X-Sync-Secret";
    public const string Challenge = "ApiKey header=\"X-Sync-Secret\"";
    private const int WeakLength = 16;

    private readonly LiveSyncOptions live;
    private readonly SignedMessages messages;
    private readonly ClientRate rate;
    private readonly bool development;
    private readonly ILogger logger;
    private readonly Lock gate = new();
    private volatile SyncAccess access;
    private string? developmentSecret;
    private int plainHttpSaid;

    public SyncGuard(LiveSyncOptions live, IHostEnvironment environment, TimeProvider clock, ILoggerFactory loggers)
    {
        this.live = live;
        rate = new ClientRate(live, clock);
        logger = loggers.CreateLogger(SyncLog.Category);
        development = environment.IsDevelopment();
        messages = new SignedMessages(clock);
        access = Make(live.Current);
    }

    /// <summary>Whether this request is refused before its body is read; null when it is not.</summary>
    /// <param name="context">The request.</param>
    /// <param name="client">Who presents the secret, without giving it away; empty when it is refused.</param>
    public SyncProblem? Refuse(HttpContext context, out string client)
    {
        SyncAccess now = Now();
        client = "";
        (IPAddress? address, bool secure) = now.Proxies.CallerOf(context);
        string? presented = context.Request.Headers[SecretHeader] is [{ } only] ? only : null;
        if (!secure && !development && RefusePlainHttp(now.Options, presented) is { } plain)
        {
            return plain;
        }

        bool known = now.Secrets.TryMatch(presented, out string name);
        if (rate.Count(context.Response, known ? name : null, address) is { } wait)
        {
            return new SyncProblem(StatusCodes.Status429TooManyRequests, $"Too many requests; the next window begins in {wait} s.") { RetryAfter = wait };
        }

        if (known)
        {
            client = name;
            return null;
        }

        logger.Unauthorized(address?.ToString());
        return new SyncProblem(StatusCodes.Status401Unauthorized, now.Secrets.IsEmpty
            ? "Unauthorized: the server has no secret yet. Its log says how to set one."
            : $"Unauthorized: send the secret once in the header {SecretHeader}.");
    }

    /// <summary>Whether the signature of the body is refused; null when it is right or none is asked for.</summary>
    public SyncProblem? RefuseSignature(HttpContext context, ReadOnlySpan<byte> body)
    {
        SyncAccess now = Now();
        SyncProblem? problem = now.Signature is { } signature ? messages.Refuse(context.Request.Headers, body, signature, now.Options) : null;
        if (problem is { Status: StatusCodes.Status401Unauthorized })
        {
            logger.Unauthorized(now.Proxies.CallerOf(context).Address?.ToString());
        }

        return problem;
    }

    /// <summary>Takes note that nothing came of a signed request, so that the very same may be sent again.</summary>
    public void Forgive(HttpContext context)
    {
        if (access.Signature is not null)
        {
            messages.Forget(context.Request.Headers);
        }
    }

    public void Dispose() => rate.Dispose();

    private SyncAccess Now()
    {
        HiveSyncOptions options = live.Current;
        SyncAccess now = access;
        return ReferenceEquals(now.Options, options) ? now : Change(options);
    }

    private SyncAccess Change(HiveSyncOptions options)
    {
        lock (gate)
        {
            if (!ReferenceEquals(access.Options, options))
            {
                access = Make(options);
                logger.OptionsChanged(options.Secrets.Count);
            }

            return access;
        }
    }

    private SyncAccess Make(HiveSyncOptions options)
    {
        string[] secrets = [.. options.Secrets];
        if (secrets.Length == 0 && development)
        {
            if (developmentSecret is null)
            {
                developmentSecret = HiveSecret.New();
                logger.DevelopmentSecret(developmentSecret);
            }

            secrets = [developmentSecret];
        }
        else if (secrets.Length == 0)
        {
            logger.NoSecret();
        }
        else if (!development && secrets.Any(static secret => secret.Length < WeakLength))
        {
            logger.WeakSecret(WeakLength);
        }

        return new SyncAccess(
            options,
            new SecretRing(secrets),
            options.RequireSignature ? new MessageSignature(secrets) : null,
            new TrustedProxies(options.TrustedProxies));
    }

    private SyncProblem? RefusePlainHttp(HiveSyncOptions options, string? presented)
    {
        if (!options.AllowPlainHttp)
        {
            return new SyncProblem(
                StatusCodes.Status400BadRequest,
                $"HTTPS is required. Use https://; where a proxy ends it, name the proxy in {SyncOptionsBinder.Section}:{nameof(HiveSyncOptions.TrustedProxies)} and let it send X-Forwarded-Proto. {SyncOptionsBinder.Section}:{nameof(HiveSyncOptions.AllowPlainHttp)} lets plain HTTP in.");
        }

        if (presented is not null && Interlocked.Exchange(ref plainHttpSaid, 1) == 0)
        {
            logger.PlainHttp();
        }

        return null;
    }
}
