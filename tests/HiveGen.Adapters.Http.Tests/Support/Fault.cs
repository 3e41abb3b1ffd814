namespace HiveGen.Tests;

/// <summary>What the proxy does to a request.</summary>
internal enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The connection is closed before the router hears of it.</summary>
    DropBefore,

    /// <summary>The router does it, and the connection is closed without an answer.</summary>
    DropAfter,

    /// <summary>The connection is reset.</summary>
    Reset,

    /// <summary>The router does it, and the connection is reset.</summary>
    ResetAfter,

    /// <summary>The answer ends in the middle.</summary>
    Truncate,

    /// <summary>429 with Retry-After.</summary>
    Busy,

    /// <summary>500.</summary>
    Error,

    /// <summary>The router does it, and the answer is 500.</summary>
    ErrorAfter,

    /// <summary>503.</summary>
    Unavailable,

    /// <summary>No answer, ever.</summary>
    Hang,

    /// <summary>The router does it, and no answer comes, ever.</summary>
    HangAfter,

    /// <summary>The answer comes byte by byte.</summary>
    Drip,

    /// <summary>The router gets half of the records, and the other half is told to come again.</summary>
    Half,

    /// <summary>The router gets it twice.</summary>
    Twice,

    /// <summary>The connection is closed, and the router gets it after later ones.</summary>
    Late,

    /// <summary>The router gets another secret.</summary>
    WrongKey,
}
