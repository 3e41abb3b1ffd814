namespace HiveGen.Storage;

/// <summary>A rented reader.</summary>
internal readonly ref struct ReaderLease(ReaderPool pool, Reader reader)
{
    /// <summary>The connection, for this read alone.</summary>
    public HiveConnection Connection => reader.Connection;

    /// <summary>Several statements that must see one state begin with this: the snapshot stays until the lease ends.</summary>
    public void BeginSnapshot() => reader.BeginSnapshot();

    /// <summary>Gives the connection back.</summary>
    public void Dispose() => pool.Return(reader);
}
