using System.ComponentModel;
using System.Runtime.CompilerServices;
using HiveGen.Targets;

namespace HiveGen.Generated;

/// <summary>
/// The base of generated DTOs, which have a <see cref="Given{T}"/> for each field. What is done with every field is done by
/// <see cref="GeneratedSyncModel{TRecord}"/> over the list of fields and is compiled into no app. Not thread-safe.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GeneratedSyncRecord : SyncRecord
{
    /// <inheritdoc/>
    public sealed override FieldSet Given
    {
        get
        {
            FieldSet given = default;
            FieldSlot[] slots = Slots;
            for (int i = 0; i < slots.Length; i++)
            {
                if (slots[i].IsGiven(this))
                {
                    given.Add(i);
                }
            }

            return given;
        }
    }

    internal abstract FieldSlot[] Slots { get; }

    // Every object of a class begins with its fields.
    internal ref byte First => ref Unsafe.As<Begun>(this).First;

    /// <inheritdoc/>
    public sealed override void Regard(FieldSet fields)
    {
        FieldSlot[] slots = Slots;
        for (int i = 0; i < slots.Length; i++)
        {
            slots[i].Regard(this, fields.Has(i));
        }
    }

    /// <summary>Hands every field over, in the order of the model's list. Called by the runtime once a class.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract void PlaceFields(FieldPlaces places);

    private sealed class Begun
    {
        public byte First;
    }
}
