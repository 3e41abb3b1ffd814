namespace HiveGen;

/// <summary>Whether a target is trusted to take what is sent.</summary>
public enum BreakerState
{
    /// <summary>It answers: everything is sent.</summary>
    Closed,

    /// <summary>It failed: nothing is sent until the next try.</summary>
    Open,

    /// <summary>It is being tried with one record; when that arrives, the batches grow again.</summary>
    HalfOpen,
}
