namespace HiveGen.Servers;

/// <summary>Google's Firestore emulator: a Java program that comes with the Google Cloud SDK, and cannot be fetched by tests.</summary>
public sealed class FirestoreEmulator : TestServer, ITestServer
{
    private const string Variable = "FIRESTORE_EMULATOR_JAR";
    private const string Name = "cloud-firestore-emulator";

    private static readonly string? Jar = FindJar();

    /// <inheritdoc/>
    public static string? Missing => Tool.MissingOf("java", "default-jre-headless")
        ?? (Jar is null ? $"{Name}.jar was not found: install Google's package google-cloud-cli-firestore-emulator, or name the file by {Variable}." : null);

    /// <summary>Host and port.</summary>
    public string Host => $"127.0.0.1:{Port}";

    /// <inheritdoc/>
    protected override ServerCommand Command() => new(
        Tool.Require("java", "default-jre-headless"),
        "-Duser.language=en", "-Xmx512m", "-cp", Jar!, "com.google.cloud.datastore.emulator.firestore.CloudFirestore", "--host", "127.0.0.1", "--port", $"{Port}")
    {
        Folder = Folder.FullName,
    };

    /// <inheritdoc/>
    protected override Task<bool> AnswersAsync(CancellationToken cancellationToken) => AnswersHttpAsync(new Uri($"http://{Host}/"), cancellationToken);

    // Beside the programs of the SDK, wherever a package put it.
    private static string? FindJar()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : null;
        }

        string[] path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return (from folder in path.Append(Path.GetDirectoryName(Tool.Find("gcloud") is { } gcloud ? new FileInfo(gcloud).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? gcloud : null)).OfType<string>()
                from root in new[] { "..", "../lib/google-cloud-sdk", "../lib/google-cloud-cli", "../share/google-cloud-sdk" }
                let file = Path.GetFullPath(Path.Combine(folder, root, "platform", Name, Name + ".jar"))
                where File.Exists(file)
                select file).FirstOrDefault();
    }
}
