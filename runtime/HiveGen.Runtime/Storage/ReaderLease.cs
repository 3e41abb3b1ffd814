namespace HiveGen.Storage;

/// <summary>A rented reader.</summary>
internal readonly ref struct ReaderLease
{
    /// <summary>The connection, for this read alone.</summary>
    public HiveConnection Connection => throw new NotImplementedException();

    /// <summary>Several statements that must see one state begin with this: the snapshot stays until the lease ends.</summary>
    public void BeginSnapshot() => throw new NotImplementedException();

    /// <summary>Gives the connection back.</summary>
    public void Dispose() => throw new NotImplementedException();
}
