using System.Text.Json;
using HiveGen;

namespace Blog;

/// <summary>
/// The router's secret while one tries things out: in Development, when none is set, a random one is made, printed, and kept beside
/// the Hive in <c>sync-secret.json</c>, where the EdgeNode finds it. Elsewhere nothing is made up: set <c>SYNC_SECRET</c>.
/// </summary>
internal static class DevelopmentSecret
{
    public static void AddDevelopmentSecret(this WebApplicationBuilder builder)
    {
        ConfigurationManager settings = builder.Configuration;
        if (!builder.Environment.IsDevelopment() || !string.IsNullOrEmpty(settings["SYNC_SECRET"]) || settings.GetSection("HiveSync:Secrets").Exists())
        {
            return;
        }

        string path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(settings["Hive:Path"]!))!, "sync-secret.json");
        if (!File.Exists(path))
        {
            Write(path, HiveSecret.New());
        }

        settings.AddJsonFile(path);
        // Not where a command such as hive export writes its result.
        Console.Error.WriteLine($"X-Sync-Secret, for Development only: {settings["SYNC_SECRET"]} (kept in {path})");
    }

    private static void Write(string path, string secret)
    {
        FileStreamOptions ours = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            ours.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using FileStream file = new(path, ours);
        using Utf8JsonWriter json = new(file);
        json.WriteStartObject();
        json.WriteString("SYNC_SECRET", secret);
        json.WriteEndObject();
    }
}
