using System.Security.Cryptography;

namespace HiveGen;

/// <summary>New record ids.</summary>
public static class Ids
{
    /// <summary><c>&lt;prefix&gt;_</c> and 16 hexadecimal digits from a cryptographic generator. Thread-safe.</summary>
    public static string NewText(string prefix) => string.Create(prefix.Length + 17, prefix, static (span, prefix) =>
    {
        prefix.CopyTo(span);
        span[prefix.Length] = '_';
        Span<byte> random = stackalloc byte[8];
        RandomNumberGenerator.Fill(random);
        Convert.TryToHexStringLower(random, span[(prefix.Length + 1)..], out _);
    });

    /// <summary>A version 7 Guid: unique, and ordered by time. Thread-safe.</summary>
    public static Guid NewGuid() => Guid.CreateVersion7();
}
