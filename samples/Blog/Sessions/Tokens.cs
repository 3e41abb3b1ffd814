using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Blog.Sessions;

/// <summary>Session tokens: random, and stored as their hash only.</summary>
internal static class Tokens
{
    private const int Bytes = 32;

    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
