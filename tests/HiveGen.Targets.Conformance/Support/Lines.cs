namespace HiveGen.Targets.Conformance;

/// <summary>Compares lists of lines, and shows only what differs: in whole lines, however many are the same.</summary>
internal static class Lines
{
    private const int Shown = 10;

    public static void Equal(IEnumerable<string> expected, IEnumerable<string> actual)
    {
        string[] wanted = [.. expected.Order(StringComparer.Ordinal)];
        string[] found = [.. actual.Order(StringComparer.Ordinal)];
        if (!wanted.SequenceEqual(found, StringComparer.Ordinal))
        {
            Assert.Fail($"{wanted.Length} rows were expected, {found.Length} found.{Of("Missing", wanted.Except(found))}{Of("Not expected", found.Except(wanted))}");
        }
    }

    private static string Of(string title, IEnumerable<string> lines)
        => string.Concat(lines.Take(Shown).Select(line => $"{Environment.NewLine}{title}: {line}"));
}
