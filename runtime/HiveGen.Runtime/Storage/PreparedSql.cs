using System.ComponentModel;

namespace HiveGen.Storage;

/// <summary>
/// SQL that every connection prepares once: the slot finds the statement in an array, without hashing the text.
/// Make each one once, in a static field.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PreparedSql(string text)
{
    private static int lastSlot = -1;

    /// <summary>The SQL.</summary>
    public string Text { get; } = text;

    internal int Slot { get; } = Interlocked.Increment(ref lastSlot);

    /// <summary>The SQL.</summary>
    public override string ToString() => Text;
}
