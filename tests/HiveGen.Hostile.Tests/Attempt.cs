using System.Text;

namespace HiveGen.Hostile.Tests;

/// <summary>One request.</summary>
/// <param name="Path">The endpoint.</param>
/// <param name="Body">Its bytes.</param>
/// <param name="What">What is hostile about it, for a failing test.</param>
public sealed record Attempt(string Path, byte[] Body, string What)
{
    public const string Secret = "a-secret-for-hostile-tests-0123456789";

    /// <summary>The headers beside the length.</summary>
    public List<KeyValuePair<string, string>> Headers { get; init; } = [new("X-Sync-Secret", Secret), new("Content-Type", "application/json")];

    /// <summary>The most bytes that come at once; all at once, and with their length announced, unless it is less than everything.</summary>
    public int Piece { get; init; } = int.MaxValue;

    /// <summary>Whether it must be refused; otherwise it may be, and must be written if it is not.</summary>
    public bool MustFail { get; init; } = true;

    /// <summary>The same with another header, or without one.</summary>
    public Attempt With(string header, string? value) => this with { Headers = [.. Headers.Where(pair => pair.Key != header), .. value is null ? [] : new[] { KeyValuePair.Create(header, value) }] };

    public override string ToString() => $"{What}: {Path} {Encoding.UTF8.GetString(Body.AsSpan(0, Math.Min(Body.Length, 2000)))} [{string.Join(", ", Headers)}]";
}
