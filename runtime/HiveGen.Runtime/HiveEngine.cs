using System.ComponentModel;
using HiveGen.Storage;

namespace HiveGen;

/// <summary>The machinery of one open Hive: storage, hooks, change log. Generated code passes it on. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HiveEngine : IAsyncDisposable
{
    private HiveEngine()
    {
    }

    internal Writer Writer => throw new NotImplementedException();

    internal ReaderPool Readers => throw new NotImplementedException();

    internal HiveSchema Schema => throw new NotImplementedException();

    internal HiveOptions Options => throw new NotImplementedException();

    internal TimeProvider Clock => throw new NotImplementedException();

    internal string HiveId => throw new NotImplementedException();

    /// <summary>Opens the file, makes or extends its tables, and takes the single-writer lock.</summary>
    public static HiveEngine Open(HiveSchema schema, HiveOptions options) => throw new NotImplementedException();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
