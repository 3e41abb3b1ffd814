namespace HiveGen.Targets;

/// <summary>A target took nothing of a batch.</summary>
public sealed class TargetException : HiveException
{
    /// <summary>A failure with the target's own words.</summary>
    public TargetException(TargetFailure failure, string message, Exception? innerException = null, TimeSpan? retryAfter = null)
        : base(message, innerException)
    {
        Failure = failure;
        RetryAfter = retryAfter;
    }

    /// <summary>What kind of failure.</summary>
    public TargetFailure Failure { get; }

    /// <summary>When the target asked to be tried again, counted from now.</summary>
    public TimeSpan? RetryAfter { get; }
}
