using BlogV2;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HiveGen.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void What_may_be_lost_is_a_list_or_a_text_with_commas()
    {
        HiveMigrationOptions list = Read(("Hive:Migrations:Allow:0", "drop-table:a"), ("Hive:Migrations:Allow:1", "change:a.b"), ("Hive:Migrations:BackupFolder", "x"), ("Hive:Migrations:KeepBackups", "0"));
        Assert.Equal(["drop-table:a", "change:a.b"], list.Allow);
        Assert.Equal(("x", 0), (list.BackupFolder, list.KeepBackups));
        HiveMigrationOptions text = Read(("Hive:Migrations:Allow", "drop-table:a, change:a.b"));
        Assert.Equal(["drop-table:a", "change:a.b"], text.Allow);
        Assert.Equal((null, 3), (text.BackupFolder, text.KeepBackups));
    }

    [Theory]
    [InlineData("Hive:Migrations:Allow", "all")]
    [InlineData("Hive:Migrations:KeepBackups", "-1")]
    public void A_wrong_setting_is_told_with_its_key(string key, string value)
        => Assert.Contains(key, Assert.Throws<OptionsValidationException>(() => Read((key, value))).Message, StringComparison.Ordinal);

    private static HiveMigrationOptions Read(params (string Key, string Value)[] settings)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.AddHive();
        using IHost host = builder.Build();
        return host.Services.GetRequiredService<IOptions<HiveOptions>>().Value.Migrations;
    }
}
