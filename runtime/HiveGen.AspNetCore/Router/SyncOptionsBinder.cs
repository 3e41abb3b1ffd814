using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace HiveGen.Router;

/// <summary>Reads <see cref="HiveSyncOptions"/> from the configuration, without reflection, and names the key that is wrong.</summary>
internal sealed class SyncOptionsBinder(IConfiguration configuration) : IConfigureOptions<HiveSyncOptions>
{
    public const string Section = "HiveSync";
    public const string SecretVariable = "SYNC_SECRET";

    public void Configure(HiveSyncOptions options)
    {
        IConfigurationSection section = configuration.GetSection(Section);
        AddList(options.Secrets, section.GetSection(nameof(options.Secrets)), configuration[SecretVariable]);
        AddList(options.TrustedProxies, section.GetSection(nameof(options.TrustedProxies)), null);

        options.Target = section[nameof(options.Target)] is { Length: > 0 } target ? target : options.Target;
        options.MaxBodyBytes = Number(section, nameof(options.MaxBodyBytes), options.MaxBodyBytes);
        options.MaxBatchBodyBytes = Number(section, nameof(options.MaxBatchBodyBytes), options.MaxBatchBodyBytes);
        options.MaxBatchRecords = Number(section, nameof(options.MaxBatchRecords), options.MaxBatchRecords);
        options.MaxDepth = Number(section, nameof(options.MaxDepth), options.MaxDepth);
        options.MaxStringBytes = Number(section, nameof(options.MaxStringBytes), options.MaxStringBytes);
        options.MaxRemembered = Number(section, nameof(options.MaxRemembered), options.MaxRemembered);
        options.IdempotencyWindow = Span(section, nameof(options.IdempotencyWindow), options.IdempotencyWindow);
        options.AllowPlainHttp = Flag(section, nameof(options.AllowPlainHttp), options.AllowPlainHttp);
        options.RateLimit = Number(section, nameof(options.RateLimit), options.RateLimit);
        options.RateWindow = Span(section, nameof(options.RateWindow), options.RateWindow);
        options.TargetTimeout = Span(section, nameof(options.TargetTimeout), options.TargetTimeout);
        options.SignatureTolerance = Span(section, nameof(options.SignatureTolerance), options.SignatureTolerance);
        options.Hives = Flag(section, nameof(options.Hives), options.Hives);
        options.RequireSignature = Flag(section, nameof(options.RequireSignature), options.RequireSignature);
    }

    // A list, or one text with commas.
    private static void AddList(IList<string> list, IConfigurationSection section, string? more)
    {
        foreach (string? text in section.GetChildren().Select(static child => child.Value).Append(section.Value).Append(more))
        {
            foreach (string entry in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                list.Add(entry);
            }
        }
    }

    private static int Number(IConfigurationSection section, string key, int standard) => section[key] switch
    {
        null or "" => standard,
        { } text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) => value,
        { } text => throw Wrong(key, text, "a whole number"),
    };

    private static TimeSpan Span(IConfigurationSection section, string key, TimeSpan standard) => section[key] switch
    {
        null or "" => standard,
        { } text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan value) => value,
        { } text => throw Wrong(key, text, "a time such as 00:01:00"),
    };

    private static bool Flag(IConfigurationSection section, string key, bool standard) => section[key] switch
    {
        null or "" => standard,
        { } text when bool.TryParse(text, out bool value) => value,
        { } text => throw Wrong(key, text, "true or false"),
    };

    private static OptionsValidationException Wrong(string key, string text, string expected)
        => new(Options.DefaultName, typeof(HiveSyncOptions), [$"{Section}:{key} is '{text}' and must be {expected}."]);
}
