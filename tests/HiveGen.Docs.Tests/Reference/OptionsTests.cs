using HiveGen.TestModels;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HiveGen.Docs.Tests.Reference;

public sealed class OptionsTests
{
    private static readonly Setting[] Hive = [.. Setting.Of(typeof(HiveOptions), "Hive")];
    private static readonly Setting[] Router = [.. Setting.Of(typeof(HiveSyncOptions), "HiveSync")];

    public static TheoryData<string> Keys => [.. Hive.Concat(Router).Select(static setting => setting.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_setting_of_the_configuration_is_taken(string key)
    {
        bool isHive = key.StartsWith("Hive:", StringComparison.Ordinal);
        Setting setting = (isHive ? Hive : Router).Single(one => one.Key == key);
        object defaults = isHive ? new HiveOptions() : new HiveSyncOptions();

        // Backups that are made need a folder.
        object taken = Options(isHive, new() { ["Hive:Backup:Folder"] = "backups", [key] = setting.Sample(defaults) });

        Assert.NotEqual(setting.Default(defaults), setting.Default(taken));
    }

    [Fact]
    public void The_lanes_of_a_target_and_the_time_of_a_job_are_taken()
    {
        HiveOptions taken = (HiveOptions)Options(isHive: true, new() { ["Hive:Targets:replica:Adapter"] = "Sqlite", ["Hive:Targets:replica:Connection"] = "x.db", ["Hive:Targets:replica:Lanes"] = "3", ["Hive:Jobs:welcome:Timeout"] = "00:00:07" });
        Assert.Equal(3, taken.Dispatch.Lanes["replica"]);
        Assert.Equal(TimeSpan.FromSeconds(7), taken.Dispatch.JobTimeouts["welcome"]);
    }

    [Fact]
    public void The_tables_of_the_reference_are_the_settings()
    {
        GeneratedPart.Match("docs/reference/options.md", "Hive", Table(Hive, new HiveOptions()));
        GeneratedPart.Match("docs/reference/options.md", "HiveSync", Table(Router, new HiveSyncOptions()));
    }

    private static string Table(IEnumerable<Setting> settings, object defaults)
        => "| key | type | default | in the environment | meaning |\n| --- | --- | --- | --- | --- |\n"
            + string.Concat(settings.Select(setting => $"| `{setting.Key}` | {setting.Type} | {setting.Default(defaults)} | `{setting.Variable}` | {XmlDocs.Summary(setting.Property).Replace("|", "\\|", StringComparison.Ordinal)} |\n"));

    private static object Options(bool isHive, Dictionary<string, string?> settings)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddHive(static hive => hive.AddJob("welcome", static (_, _, _) => Task.CompletedTask));
        builder.Services.AddHiveWeb(HiveJson.Instance);
        using IHost app = builder.Build();
        return isHive ? app.Services.GetRequiredService<IOptions<HiveOptions>>().Value : app.Services.GetRequiredService<IOptions<HiveSyncOptions>>().Value;
    }
}
