using System.Globalization;

namespace HiveGen.CrashChild;

/// <summary>A line of the child.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Writer">Whose write.</param>
/// <param name="Started">The write that begins.</param>
/// <param name="Point">Where the process dies.</param>
public sealed record Line(LineKind Kind, int Writer = 0, Operation? Started = null, string? Point = null)
{
    internal const string End = ";";

    /// <summary>Reads a line. One that a kill cut off tells nothing.</summary>
    public static Line Parse(string line)
    {
        string[] words = line.Split(' ');
        if (words.Length < 3 || words[^1] != End)
        {
            return new Line(LineKind.Other);
        }

        LineKind kind = (LineKind)words[0][0];
        return kind switch
        {
            LineKind.Killed => new Line(kind, Point: words[1]),
            LineKind.Started => new Line(kind, Started: Operation.Of(words)) { Writer = Operation.Of(words).Writer },
            _ => new Line(kind, int.Parse(words[1], CultureInfo.InvariantCulture)),
        };
    }
}
