using System.ComponentModel;

namespace HiveGen.Adapters.MongoDb;

/// <summary>What the MongoDB target needs of a model; the generator emits one a synced model. Immutable and thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class MongoMap
{
    private byte[][]? split;

    /// <summary>The collection.</summary>
    public abstract string Collection { get; }

    /// <summary>The names of the fields in their documents, in order, with NUL between them. The first is <c>_id</c>.</summary>
    protected abstract ReadOnlySpan<byte> Names { get; }

    /// <summary>The name of a field, in UTF-8.</summary>
    internal byte[] Name(int field) => (split ??= Split())[field];

    /// <summary>How many fields there are.</summary>
    internal int Count => (split ??= Split()).Length;

    private byte[][] Split()
    {
        ReadOnlySpan<byte> names = Names;
        List<byte[]> list = [];
        foreach (Range name in names.Split((byte)0))
        {
            list.Add(names[name].ToArray());
        }

        return [.. list];
    }
}
