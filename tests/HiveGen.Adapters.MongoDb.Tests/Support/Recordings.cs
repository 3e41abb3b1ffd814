using System.Text.Json;

namespace HiveGen.Tests;

/// <summary>What official clients put on the wire, where a folder above holds such recordings.</summary>
internal static class Recordings
{
    /// <summary>Why there are none; null when there are.</summary>
    public static string? Missing => Folder() is null ? "No folder above holds shared/reference/wire with the recordings of the official clients." : null;

    public static JsonDocument Read(string name) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder()!, name)));

    private static string? Folder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string wire = Path.Combine(folder.FullName, "shared", "reference", "wire");
            if (Directory.Exists(wire))
            {
                return wire;
            }
        }

        return null;
    }
}
