namespace HiveGen.Targets;

/// <summary>
/// One field of a sync DTO: not given (the default), or given a value, which may be null. A value converts implicitly, so
/// <c>new() { Id = "acc_1", Name = null }</c> gives two fields and leaves the others as they are at the target.
/// </summary>
/// <typeparam name="T">The field's type; every field of a DTO may be null.</typeparam>
public struct Given<T>
{
    private T value;
    private bool isGiven;

    /// <summary>Gives a value.</summary>
    public Given(T value)
    {
        this.value = value;
        isGiven = true;
    }

    /// <summary>The value; <c>default</c> when none was given.</summary>
    public readonly T Value => value;

    /// <summary>Whether a value was given.</summary>
    public readonly bool IsGiven => isGiven;

    /// <summary>Gives a value.</summary>
    public static implicit operator Given<T>(T value) => new(value);

    /// <summary>The value.</summary>
    public static implicit operator T(Given<T> field) => field.value;

    /// <inheritdoc/>
    public override readonly string ToString() => value?.ToString() ?? "";

    /// <summary>Says anew whether it counts as given; the value stays.</summary>
    internal void Regard(bool given) => isGiven = given;
}
