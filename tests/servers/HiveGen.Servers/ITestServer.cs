namespace HiveGen.Servers;

/// <summary>A kind of server that tests start.</summary>
public interface ITestServer
{
    /// <summary>Why it cannot be started on this machine, and what to install; null when it can. Cheap: it is asked while tests are looked for.</summary>
    static abstract string? Missing { get; }
}
