namespace HiveGen.Servers;

/// <summary>How a process is started.</summary>
/// <param name="Program">The full path of the program.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record ServerCommand(string Program, params IReadOnlyList<string> Arguments)
{
    /// <summary>Variables of its environment, beside those of the tests.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Where it runs; null for the folder of the tests.</summary>
    public string? Folder { get; init; }

    /// <summary>The account it runs under when the tests are run by root, whom some servers refuse; null for the tests' own.</summary>
    public string? InsteadOfRoot { get; init; }
}
