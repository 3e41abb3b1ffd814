namespace HiveGen.Security;

/// <summary>What a <see cref="BoundedMemory{TValue}"/> made of a value.</summary>
internal enum MemoryAnswer
{
    /// <summary>It is remembered from now on.</summary>
    Added,

    /// <summary>Its key is known already; nothing changed.</summary>
    Known,

    /// <summary>There is no room; it is not remembered.</summary>
    Full,
}
