using HiveGen.Security;
using Microsoft.Extensions.Options;

namespace HiveGen.Router;

/// <summary>Checks <see cref="HiveSyncOptions"/> when the app starts; every message names its key.</summary>
internal sealed class SyncOptionsRules : IValidateOptions<HiveSyncOptions>
{
    private const int MaxBody = 1 << 30;
    private static readonly TimeSpan MaxSpan = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, HiveSyncOptions options)
    {
        List<string> wrong = [];
        Within(wrong, nameof(options.MaxBodyBytes), options.MaxBodyBytes, 1024, MaxBody);
        Within(wrong, nameof(options.MaxBatchBodyBytes), options.MaxBatchBodyBytes, 1024, MaxBody);
        Within(wrong, nameof(options.MaxBatchRecords), options.MaxBatchRecords, 1, 100_000);
        Within(wrong, nameof(options.MaxDepth), options.MaxDepth, 4, 1000);
        Within(wrong, nameof(options.MaxStringBytes), options.MaxStringBytes, 1024, MaxBody);
        Within(wrong, nameof(options.MaxRemembered), options.MaxRemembered, 1, 10_000_000);
        Within(wrong, nameof(options.RateLimit), options.RateLimit, 0, 1_000_000);
        Within(wrong, nameof(options.RateWindow), options.RateWindow);
        Within(wrong, nameof(options.TargetTimeout), options.TargetTimeout);
        Within(wrong, nameof(options.SignatureTolerance), options.SignatureTolerance);
        Within(wrong, nameof(options.IdempotencyWindow), options.IdempotencyWindow);
        foreach (string proxy in options.TrustedProxies.Where(static proxy => !TrustedProxies.TryParse(proxy, out _)))
        {
            wrong.Add($"{SyncOptionsBinder.Section}:{nameof(options.TrustedProxies)} holds '{proxy}', which is neither an address nor a network such as 10.0.0.0/8.");
        }

        if (options.Secrets.Any(static secret => string.IsNullOrWhiteSpace(secret) || secret.AsSpan().ContainsAnyExceptInRange('!', '~')))
        {
            wrong.Add($"{SyncOptionsBinder.Section}:{nameof(options.Secrets)} (or {SyncOptionsBinder.SecretVariable}) holds a secret that cannot be sent in a header: use visible ASCII characters.");
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static void Within(List<string> wrong, string key, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            wrong.Add(FormattableString.Invariant($"{SyncOptionsBinder.Section}:{key} is {value} and must be from {least} to {most}."));
        }
    }

    private static void Within(List<string> wrong, string key, TimeSpan value)
    {
        if (value < TimeSpan.FromSeconds(1) || value > MaxSpan)
        {
            wrong.Add(FormattableString.Invariant($"{SyncOptionsBinder.Section}:{key} is {value} and must be from one second to one day."));
        }
    }
}
