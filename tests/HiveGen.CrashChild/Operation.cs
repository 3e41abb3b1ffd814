using System.Globalization;

namespace HiveGen.CrashChild;

/// <summary>One write of one writer, and what it does to the writer's notes: all of it or nothing.</summary>
public sealed record Operation(int Writer, IReadOnlyList<Effect> Effects)
{
    private const char Started = '>';
    private const char Acknowledged = '<';
    private const string End = ";";

    /// <summary>The line that is printed before the write is begun: <c>> 2 id=17 id=- ;</c></summary>
    public string StartedLine => $"{Started} {Writer} {string.Join(' ', Effects.Select(static e => $"{e.Id}={e.Number?.ToString(CultureInfo.InvariantCulture) ?? "-"}"))} {End}";

    /// <summary>The line that is printed when the write has returned.</summary>
    public string AcknowledgedLine => $"{Acknowledged} {Writer} {End}";

    /// <summary>Reads a line. A line that a kill cut off is none.</summary>
    /// <returns>Whether it is whole; the operation is null when the line acknowledges the writer's last one.</returns>
    public static bool TryParse(string line, out int writer, out Operation? operation)
    {
        string[] words = line.Split(' ');
        writer = 0;
        operation = null;
        if (words.Length < 3 || words[^1] != End)
        {
            return false;
        }

        writer = int.Parse(words[1], CultureInfo.InvariantCulture);
        operation = words[0][0] == Acknowledged ? null : new Operation(writer, [.. words[2..^1].Select(EffectOf)]);
        return true;
    }

    private static Effect EffectOf(string word)
    {
        string[] parts = word.Split('=');
        return new Effect(parts[0], parts[1] == "-" ? null : long.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
