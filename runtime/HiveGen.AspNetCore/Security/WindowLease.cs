using System.Threading.RateLimiting;

namespace HiveGen.Security;

/// <summary>The answer of a <see cref="WindowLimiter"/>, with what the rate limit headers say.</summary>
internal sealed class WindowLease(bool acquired, int remaining, TimeSpan reset) : RateLimitLease
{
    private static readonly string[] Names = [MetadataName.RetryAfter.Name];

    /// <inheritdoc/>
    public override bool IsAcquired => acquired;

    /// <summary>Requests left in this window.</summary>
    public int Remaining => remaining;

    /// <summary>Whole seconds until the next window, rounded up.</summary>
    public int ResetSeconds => (int)Math.Ceiling(reset.TotalSeconds);

    /// <inheritdoc/>
    public override IEnumerable<string> MetadataNames => acquired ? [] : Names;

    /// <inheritdoc/>
    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = !acquired && metadataName == MetadataName.RetryAfter.Name ? reset : null;
        return metadata is not null;
    }
}
