using System.Buffers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Security;

/// <summary>The id under which a request is found in the logs of both sides.</summary>
internal static class RequestId
{
    public const string Header = "X-Request-Id";
    private const int MaxLength = 128;
    private const int CountDigits = 13; // 65 bits in base 32
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:/+=");

    // Random once a process, then counted: a random id for each request would cost more than the rest of its header.
    private static readonly string Process = RandomNumberGenerator.GetString(Digits, 10);
    private static long count;

    /// <summary>The caller's id if it is fit for a log, else a new one; it is set on the answer.</summary>
    public static string Set(HttpContext context)
    {
        string id = context.Request.Headers[Header] is [{ Length: > 0 and <= MaxLength } given] && !given.AsSpan().ContainsAnyExcept(Allowed)
            ? given
            : New();
        context.Response.Headers[Header] = id;
        return id;
    }

    private static string New() => string.Create(Process.Length + 1 + CountDigits, Interlocked.Increment(ref count), static (text, number) =>
    {
        Process.CopyTo(text);
        text[Process.Length] = '-';
        for (int i = text.Length - 1; i > Process.Length; i--)
        {
            text[i] = Digits[(int)(number & 31)];
            number >>>= 5;
        }
    });
}
