using System.Runtime.CompilerServices;

namespace HiveGen.Router;

/// <summary>Where <c>data</c> gives the id, under each of the names an id may have there; 0 where it does not.</summary>
[InlineArray(3)]
internal struct GivenIds
{
    private int first;

    /// <summary>Under which of them this name stands.</summary>
    public static int Of(ReadOnlySpan<byte> name) => name.SequenceEqual("id"u8) ? 0 : name.SequenceEqual("bladeId"u8) ? 1 : 2;
}
