using System;

namespace HiveGen;

/// <summary>
/// The decimal places of a <c>decimal</c> property, 0 to 18; 4 without it. The value is stored as an integer of that
/// scale: exact and ordered. A value with more places is refused, never rounded.
/// </summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class ScaleAttribute : Attribute
{
    /// <summary>The decimal places.</summary>
    public ScaleAttribute(int places) => Places = places;

    /// <summary>The decimal places.</summary>
    public int Places { get; }
}
