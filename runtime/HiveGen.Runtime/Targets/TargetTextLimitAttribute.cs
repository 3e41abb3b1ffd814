using System.ComponentModel;

namespace HiveGen.Targets;

/// <summary>Of an adapter's assembly: the most that one text of a record may have at its target. HIVE0107 reads it, and the adapter refuses by the same number.</summary>
/// <param name="target">The database, as people call it.</param>
/// <param name="bytes">The bytes of UTF-8.</param>
/// <param name="place">What the limit is of, such as <c>a document</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class TargetTextLimitAttribute(string target, int bytes, string place) : Attribute
{
    /// <summary>The database, as people call it.</summary>
    public string Target { get; } = target;

    /// <summary>The bytes of UTF-8.</summary>
    public int Bytes { get; } = bytes;

    /// <summary>What the limit is of.</summary>
    public string Place { get; } = place;
}
