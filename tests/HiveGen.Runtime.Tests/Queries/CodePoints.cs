using System.Text;

namespace HiveGen.Tests.Queries;

/// <summary>The order of SQLite's BINARY.</summary>
internal static class CodePoints
{
    public static int Compare(string? a, string? b)
    {
        return a is null || b is null
            ? (a is null ? 0 : 1) - (b is null ? 0 : 1)
            : Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b));
    }
}
