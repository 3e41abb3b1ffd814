namespace HiveGen.Servers;

/// <summary>The signals by which servers are asked to end.</summary>
public enum Signal
{
    /// <summary>SIGINT.</summary>
    Interrupt = 2,

    /// <summary>SIGTERM.</summary>
    Terminate = 15,
}
