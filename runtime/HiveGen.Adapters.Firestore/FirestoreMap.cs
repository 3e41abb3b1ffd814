using System.ComponentModel;

namespace HiveGen.Adapters.Firestore;

/// <summary>What the Firestore target needs of a model; the generator emits one a synced model. Immutable and thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class FirestoreMap
{
    /// <summary>The collection.</summary>
    public abstract string Collection { get; }

    /// <summary>The names of the fields in their documents, in order. The first is <c>id</c>.</summary>
    public abstract IReadOnlyList<string> Names { get; }
}
