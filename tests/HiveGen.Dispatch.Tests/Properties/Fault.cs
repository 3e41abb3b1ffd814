namespace HiveGen.Tests;

/// <summary>What happens to one send. None of it may lose anything, or make a dead letter.</summary>
public enum Fault
{
    None,

    /// <summary>Lost on the way there.</summary>
    DroppedBefore,

    /// <summary>Done, and the answer lost.</summary>
    DroppedAfter,

    /// <summary>429 with Retry-After.</summary>
    Throttled,

    /// <summary>500.</summary>
    ServerError,

    /// <summary>503 with Retry-After.</summary>
    Unavailable,

    /// <summary>No answer until the time is up, and nothing done.</summary>
    Hangs,

    /// <summary>Done, and no answer until the time is up.</summary>
    HangsAfter,

    /// <summary>Every second record is refused for now.</summary>
    HalfRefused,

    /// <summary>Half of it done, then the connection is reset.</summary>
    Reset,

    /// <summary>From here on the key is wrong for a few calls.</summary>
    WrongKey,

    /// <summary>From here on nothing is answered for an hour.</summary>
    Outage,

    /// <summary>An exception that tells nothing.</summary>
    Unknown,

    /// <summary>413, for more than one record.</summary>
    TooLarge,

    /// <summary>Refused as a whole, for more than one record.</summary>
    Refused,

    /// <summary>Children are refused because their parent is missing.</summary>
    Orphans,
}
