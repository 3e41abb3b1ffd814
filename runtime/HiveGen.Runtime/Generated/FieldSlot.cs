using System.Runtime.CompilerServices;
using HiveGen.Targets;

namespace HiveGen.Generated;

/// <summary>
/// Where a field lies in every object of a DTO class, so that the runtime reads and gives it by its number. Generated code names each
/// field once a class, by reference (<see cref="FieldPlaces"/>): an accessor for each would be compiled by every build of the app.
/// Immutable and thread-safe.
/// </summary>
/// <param name="offset">Bytes from where the fields of the object begin.</param>
internal abstract class FieldSlot(nint offset)
{
    /// <summary>The field's value.</summary>
    public abstract FieldValue Get(GeneratedSyncRecord record);

    /// <summary>Gives the field a value.</summary>
    public abstract void Give(GeneratedSyncRecord record, in FieldValue value);

    /// <summary>Whether the field was given.</summary>
    public abstract bool IsGiven(GeneratedSyncRecord record);

    /// <summary>Says anew whether the field counts as given.</summary>
    public abstract void Regard(GeneratedSyncRecord record, bool given);

    /// <summary>How far a field lies behind the beginning of its object.</summary>
    public static nint OffsetOf<T>(GeneratedSyncRecord record, ref Given<T> field) => Unsafe.ByteOffset(ref record.First, ref Unsafe.As<Given<T>, byte>(ref field));

    protected ref Given<T> At<T>(GeneratedSyncRecord record) => ref Unsafe.As<byte, Given<T>>(ref Unsafe.AddByteOffset(ref record.First, offset));
}
