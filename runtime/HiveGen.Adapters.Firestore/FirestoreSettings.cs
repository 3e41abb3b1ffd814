using HiveGen.Adapters.Http;
using HiveGen.Targets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Adapters.Firestore;

/// <summary>Where a target is, and what opens it.</summary>
/// <param name="Address">The server.</param>
/// <param name="Project">The project.</param>
/// <param name="Options">The options.</param>
/// <param name="Tokens">The tokens of requests.</param>
internal sealed record FirestoreSettings(Uri Address, string Project, FirestoreTargetOptions Options, IAccessTokens Tokens)
{
    private const string Google = "https://firestore.googleapis.com/";
    private const string DefaultDatabase = "(default)";
    private const string ProjectVariable = "GOOGLE_CLOUD_PROJECT";
    private const string AccountVariable = "GOOGLE_APPLICATION_CREDENTIALS";
    private const string EmulatorVariable = "FIRESTORE_EMULATOR_HOST";

    /// <summary>The database.</summary>
    public string Prefix => $"projects/{Project}/databases/{Options.Database}";

    /// <summary>What documents are named below.</summary>
    public string Root => Prefix + "/documents";

    /// <summary>The settings of a target.</summary>
    /// <param name="key">The section that messages name, such as <c>Hive:Targets:app</c>.</param>
    /// <param name="project">The project; null for the section's <c>ProjectId</c>, else the variable, else the key's.</param>
    /// <param name="options">The options.</param>
    /// <param name="configuration">The app's configuration; null for the environment's variables alone.</param>
    /// <exception cref="HiveException">A setting is missing or wrong; the message names its key.</exception>
    public static FirestoreSettings Of(string key, string? project, FirestoreTargetOptions options, IConfiguration? configuration)
    {
        string? emulator = NotEmpty(options.Emulator) ?? NotEmpty(HttpSettings.Value(configuration, $"{key}:Emulator", EmulatorVariable));
        project = NotEmpty(project) ?? NotEmpty(HttpSettings.Value(configuration, $"{key}:ProjectId", ProjectVariable));
        options = options with { Database = Database(key, options.Database == DefaultDatabase ? NotEmpty(configuration?[$"{key}:Database"]) ?? DefaultDatabase : options.Database) };
        if (emulator is not null)
        {
            return new FirestoreSettings(EmulatorAt(key, emulator, options.AllowHttp), Check(key, project), options, options.AccessToken is { } own ? new GivenTokens(own) : GivenTokens.Emulator);
        }

        if (options.AccessToken is { } give)
        {
            return new FirestoreSettings(new Uri(Google), Check(key, project), options, new GivenTokens(give));
        }

        string json = NotEmpty(options.ServiceAccount) ?? NotEmpty(HttpSettings.Value(configuration, $"{key}:ServiceAccount", AccountVariable)) ?? throw new HiveException(
            $"{key}:ServiceAccount is missing, and so is {AccountVariable}: it names the JSON key of a service account with the role Cloud Datastore User. For the emulator set {key}:Emulator or {EmulatorVariable}.");
        ServiceAccount account = ServiceAccount.Read($"{key}:ServiceAccount", json);
        return new FirestoreSettings(new Uri(Google), Check(key, project ?? account.Project), options, new AccountTokens(account, options));
    }

    /// <summary>The settings of a target of the app.</summary>
    /// <param name="key">The section that messages name.</param>
    /// <param name="project">The project; null for the section's.</param>
    /// <param name="options">The options in code; null for the section's.</param>
    /// <param name="services">The app's services.</param>
    /// <exception cref="HiveException">A setting is missing or wrong; the message names its key.</exception>
    public static FirestoreSettings Of(string key, string? project, FirestoreTargetOptions? options, IServiceProvider services)
    {
        IConfiguration? configuration = services.GetService<IConfiguration>();
        IConfigurationSection? settings = configuration?.GetSection(key);
        options ??= HttpSettings.Of(new FirestoreTargetOptions { GhostRetention = TargetTimes.GhostRetention(settings) }, services, settings);
        return Of(key, project, options, configuration);
    }

    private static string Check(string key, string? project)
    {
        if (string.IsNullOrWhiteSpace(project))
        {
            throw new HiveException($"{key}:ProjectId is missing, and so is {ProjectVariable}: it is the id of the Google Cloud project, such as my-app-1234.");
        }

        return IsName(project) ? project : throw new HiveException($"{key}:ProjectId is '{project}', which is no project's id: it looks like my-app-1234.");
    }

    private static string Database(string key, string database)
        => IsName(database) ? database : throw new HiveException($"{key}:Database is '{database}', which is no database of Firestore: it looks like {DefaultDatabase} or my-database.");

    // It is a part of addresses and of a header.
    private static bool IsName(string name) => name.Length > 0 && HttpSettings.IsKey(name) && !name.AsSpan().ContainsAny("/?#%\\");

    private static Uri EmulatorAt(string key, string emulator, bool allowHttp)
    {
        try
        {
            return TargetUrl.Parse(key, emulator.Contains("://", StringComparison.Ordinal) ? emulator : "http://" + emulator, allowHttp, "127.0.0.1:8080");
        }
        catch (HiveException wrong)
        {
            throw new HiveException(wrong.Message.Replace($"{key}:Url", $"{key}:Emulator", StringComparison.Ordinal));
        }
    }

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
