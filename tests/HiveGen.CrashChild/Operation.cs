using System.Globalization;

namespace HiveGen.CrashChild;

/// <summary>One write of one writer, and what it does to the writer's records: all of it or nothing.</summary>
public sealed record Operation(int Writer, IReadOnlyList<Effect> Effects)
{
    /// <summary>The line that is printed before the write is begun: <c>> 2 id=17 id=- ;</c></summary>
    public string StartedLine => $"{(char)LineKind.Started} {Writer} {string.Join(' ', Effects.Select(static e => $"{e.Id}={e.Value ?? "-"}"))} {Line.End}";

    /// <summary>The line that is printed when the write has returned.</summary>
    public string AcknowledgedLine => $"{(char)LineKind.Acknowledged} {Writer} {Line.End}";

    /// <summary>The line that is printed when the write was refused, as it was meant to be.</summary>
    public string RefusedLine => $"{(char)LineKind.Refused} {Writer} {Line.End}";

    internal static Operation Of(string[] words)
        => new(int.Parse(words[1], CultureInfo.InvariantCulture), [.. words[2..^1].Where(static word => word.Length > 0).Select(EffectOf)]);

    private static Effect EffectOf(string word)
    {
        string[] parts = word.Split('=');
        return new Effect(parts[0], parts[1] == "-" ? null : parts[1]);
    }
}
