namespace HiveGen.Storage;

/// <summary>Read-only connections. A read that starts after a write returned sees it. Thread-safe.</summary>
internal sealed class ReaderPool
{
    /// <summary>A connection for one read; dispose the lease at its end. It may hold a snapshot that is still the newest.</summary>
    public ReaderLease Rent() => throw new NotImplementedException();
}
