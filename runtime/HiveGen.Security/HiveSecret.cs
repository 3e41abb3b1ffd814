using System.Security.Cryptography;

namespace HiveGen;

/// <summary>Secrets for <c>X-Sync-Secret</c>.</summary>
public static class HiveSecret
{
    /// <summary>A new secret: 64 hexadecimal digits, 256 bits from a cryptographic generator. Thread-safe.</summary>
    public static string New() => RandomNumberGenerator.GetHexString(64, lowercase: true);
}
