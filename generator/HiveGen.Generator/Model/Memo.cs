using System;

namespace HiveGen.Generator.Model;

/// <summary>A text worked out of a spec once. It is no part of the spec's equality: every memo equals every other.</summary>
internal struct Memo : IEquatable<Memo>
{
    public string? Text;

    public readonly bool Equals(Memo other) => true;

    public override readonly bool Equals(object? obj) => obj is Memo;

    public override readonly int GetHashCode() => 0;
}
