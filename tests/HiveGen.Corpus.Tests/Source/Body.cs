using System.Text;

namespace HiveGen.Corpus;

/// <summary>The body of a method under construction.</summary>
internal sealed class Body(ModelSet models)
{
    private readonly StringBuilder text = new();
    private int names;

    public ModelSet Models { get; } = models;

    public string Fresh(string word) => $"{word}{++names}";

    public void Line(string line) => text.Append("        ").Append(line).Append('\n');

    public override string ToString() => text.ToString();
}
