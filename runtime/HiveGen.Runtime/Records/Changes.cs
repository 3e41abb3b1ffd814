using System.ComponentModel;

namespace HiveGen;

/// <summary>What a set changes. The generated <c>Changes</c> class of a model has one <see cref="Assign{T}"/> a property.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
public abstract class Changes<TRecord>
    where TRecord : class
{
    /// <summary>Hands every set property to the writer, in column order. Called by the runtime.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract void WriteTo(ChangeWriter writer);

    /// <summary>A copy, so that a hook's changes never reach the caller's object. Values that can be changed are copied by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Changes<TRecord> Clone() => (Changes<TRecord>)MemberwiseClone();
}
