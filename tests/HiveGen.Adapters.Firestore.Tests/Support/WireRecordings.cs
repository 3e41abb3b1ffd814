using System.Text.Json;

namespace HiveGen.Tests;

/// <summary>
/// What official clients were recorded to send, where the recordings are: in a folder <c>reference/wire</c> beside the project or
/// further up. They are no part of the project; tests of them are skipped elsewhere.
/// </summary>
internal static class WireRecordings
{
    /// <summary>Why there are none; null when there are. CI has none either.</summary>
    public static string? Missing => Folder is null ? "The recordings of official clients are not here: put them into reference/wire in a folder beside the project." : null;

    private static string? Folder { get; } = Find();

    /// <summary>The whole file of a client.</summary>
    public static JsonDocument Read(string client) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder!, client + ".json")));

    private static string? Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            foreach (DirectoryInfo beside in folder.EnumerateDirectories())
            {
                string found = Path.Combine(beside.FullName, "reference", "wire");
                if (Directory.Exists(found))
                {
                    return found;
                }
            }
        }

        return null;
    }
}
