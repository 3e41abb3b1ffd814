using System.Text;

namespace HiveGen.Hostile.Tests;

/// <summary>A body in parts, so that one of them can be changed.</summary>
public sealed class ValidBody
{
    /// <summary>The members in order, as JSON; <c>data</c> is written from <see cref="Data"/>.</summary>
    public List<KeyValuePair<string, string>> Members { get; init; } = [];

    /// <summary>The fields in order, as JSON; null where there is no data.</summary>
    public List<KeyValuePair<string, string>>? Data { get; init; }

    public ValidBody Copy() => new() { Members = [.. Members], Data = Data is null ? null : [.. Data] };

    /// <summary>Puts another value in the place of a member's, or adds it.</summary>
    public void Set(string name, string json) => Set(Members, name, json);

    public static void Set(List<KeyValuePair<string, string>> list, string name, string json)
    {
        int at = list.FindIndex(pair => pair.Key == name);
        if (at < 0)
        {
            list.Add(new(name, json));
        }
        else
        {
            list[at] = new(name, json);
        }
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToString());

    public override string ToString() => Write(Members.Select(pair => pair.Key == "data" && Data is not null ? new("data", Write(Data)) : pair));

    private static string Write(IEnumerable<KeyValuePair<string, string>> pairs) => "{" + string.Join(",", pairs.Select(static pair => $"\"{pair.Key}\":{pair.Value}")) + "}";
}
