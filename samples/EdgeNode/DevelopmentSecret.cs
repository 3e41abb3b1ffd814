namespace EdgeNode;

/// <summary>
/// In Development the Blog keeps a random secret beside its Hive. Started in the same folder, this node takes it from there, also when
/// the Blog comes later. A <c>SYNC_SECRET</c> that is set goes before it.
/// </summary>
internal static class DevelopmentSecret
{
    public static void AddSecretOfTheBlog(this WebApplicationBuilder builder)
    {
        ConfigurationManager settings = builder.Configuration;
        if (builder.Environment.IsDevelopment() && string.IsNullOrEmpty(settings["SYNC_SECRET"]))
        {
            string folder = Path.GetDirectoryName(Path.GetFullPath(settings["Hive:Path"]!))!;
            settings.AddJsonFile(Path.Combine(folder, "sync-secret.json"), optional: true, reloadOnChange: true);
        }
    }
}
