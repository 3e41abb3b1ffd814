using System.Data.Common;
using HiveGen.Adapters.MySql;
using HiveGen.Adapters.MySql.PlanetScale;
using HiveGen.Targets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MySql.Data.MySqlClient;

namespace HiveGen.Tests;

public sealed class SettingsTests
{
    private const string Key = "Hive:Targets:shop";

    [Theory]
    [InlineData("aws.connect.psdb.cloud", "https://aws.connect.psdb.cloud/")]
    [InlineData("https://aws.connect.psdb.cloud", "https://aws.connect.psdb.cloud/")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/")]
    [InlineData("mysql://me:p%40ss@aws.connect.psdb.cloud/shop?ssl={}", "https://aws.connect.psdb.cloud/")]
    [InlineData(" mysql://me:pass@aws.connect.psdb.cloud:3306/shop\n", "https://aws.connect.psdb.cloud/")]
    [InlineData("mysql://me:pass@[::1]:3306/shop", "https://[::1]/")]
    public void Addresses_are_taken_as_PlanetScale_shows_them(string url, string expected) => Assert.Equal(expected, Of((Key + ":Url", url)).Url.AbsoluteUri);

    [Fact]
    public void User_and_password_may_be_in_the_address_and_nothing_shows_them()
    {
        PlanetScaleSettings settings = Of((Key + ":Url", "mysql://me:p%40ss@aws.connect.psdb.cloud/shop"));
        Assert.Equal("Basic " + Convert.ToBase64String("me:p@ss"u8), settings.Authorization());
        Assert.Equal("Basic " + Convert.ToBase64String("m@e:a:b%"u8), Of((Key + ":Url", "mysql://m%40e:a:b%25@aws.connect.psdb.cloud")).Authorization());
        Assert.EndsWith("Password = *** }", new PlanetScaleTargetOptions { Password = "p@ss" }.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("Password = none }", new PlanetScaleTargetOptions().ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("p@ss", $"{settings} {settings.Options} {new PlanetScaleTargetOptions { Password = "p@ss" }}", StringComparison.Ordinal);
    }

    [Fact]
    public void Variables_stand_in_for_settings_in_order()
    {
        (string, string?)[] seeds = [("DATABASE_URL", "https://a.example"), ("DATABASE_USERNAME", "u"), ("DATABASE_API_KEY", "a")];
        (string, string?)[] own = [.. seeds, ("DATABASE_HOST", "b.example"), ("DATABASE_PASSWORD", "b")];
        (string, string?)[] keys = [.. own, (Key + ":Url", "c.example"), (Key + ":Username", "v"), (Key + ":Password", "c")];
        (string, string?)[] empty = [.. own, (Key + ":Url", ""), (Key + ":Username", ""), (Key + ":Password", "")];
        Assert.Equal(("https://a.example/", "u", "a"), (Of(seeds).Url.AbsoluteUri, Of(seeds).Username(), Of(seeds).Password()));
        Assert.Equal(("https://b.example/", "u", "b"), (Of(own).Url.AbsoluteUri, Of(own).Username(), Of(own).Password()));
        Assert.Equal(("https://b.example/", "u", "b"), (Of(empty).Url.AbsoluteUri, Of(empty).Username(), Of(empty).Password()));
        Assert.Equal(("https://c.example/", "v", "c"), (Of(keys).Url.AbsoluteUri, Of(keys).Username(), Of(keys).Password()));
    }

    [Theory]
    [InlineData(null, "Hive:Targets:shop:Url is missing, and so are DATABASE_HOST and DATABASE_URL")]
    [InlineData("http://aws.connect.psdb.cloud", "Use https; Hive:Targets:shop:AllowHttp=true takes the risk")]
    [InlineData("mysql://", "Hive:Targets:shop:Url is no address")]
    public void A_wrong_address_is_told_by_its_key(string? url, string message)
        => Assert.Contains(message, Assert.Throws<HiveException>(() => Of((Key + ":Url", url))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_password_is_a_matter_of_configuration()
    {
        TargetException missing = Assert.Throws<TargetException>(() => Of((Key + ":Url", "a.example"), (Key + ":Username", "me")).Authorization());
        Assert.Equal(TargetFailure.Configuration, missing.Failure);
        Assert.StartsWith("Hive:Targets:shop:Password is missing, and so is DATABASE_PASSWORD", missing.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "Hive:Targets:shop:Connection is missing")]
    [InlineData("Server=db", null, "Hive:Targets:shop:Provider is 'MySqlConnector', and no driver of that name is registered")]
    [InlineData("Server=db", "NoSuchDriver", "Hive:Targets:shop:Provider is 'NoSuchDriver', and no driver of that name is registered")]
    public void What_a_driver_needs_is_told_by_its_key(string? connection, string? provider, string message)
    {
        IConfiguration configuration = Configuration((Key + ":Connection", connection), (Key + ":Provider", provider));
        HiveException wrong = Assert.Throws<HiveException>(() => new MySqlAdapter().Create("shop", configuration.GetSection(Key), new ServiceCollection().BuildServiceProvider()));
        Assert.Contains(message, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_times_of_a_section_are_used()
    {
        using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        IConfigurationSection section = Configuration((Key + ":GhostRetention", "2.00:00:00"), (Key + ":Timeout", "00:00:07")).GetSection(Key);
        Assert.Equal((TimeSpan.FromDays(2), TimeSpan.FromSeconds(7)), (MySqlAdapter.Options(services, section).GhostRetention, MySqlAdapter.Options(services, section).Timeout));
        Assert.Equal((TimeSpan.FromDays(2), TimeSpan.FromSeconds(7)), (PlanetScaleAdapter.Options(services, section).GhostRetention, PlanetScaleAdapter.Options(services, section).Timeout));
        Assert.Equal((TimeSpan.FromDays(7), TimeSpan.FromSeconds(30)), (MySqlAdapter.Options(services, null).GhostRetention, MySqlAdapter.Options(services, null).Timeout));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("0")]
    public void A_timeout_that_is_none_is_told_by_its_key(string timeout)
    {
        DbProviderFactories.RegisterFactory("Ours", MySqlClientFactory.Instance);
        IConfiguration configuration = Configuration((Key + ":Connection", "Server=db"), (Key + ":Provider", "Ours"), (Key + ":Timeout", timeout));
        HiveException wrong = Assert.Throws<HiveException>(() => new MySqlAdapter().Create("shop", configuration.GetSection(Key), new ServiceCollection().BuildServiceProvider()));
        Assert.StartsWith($"Hive:Targets:shop:Timeout is '{timeout}' and must be a time above zero", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Server=db;Password=secret;Nonsense=1")]
    [InlineData("Server=db;Password=secret;Port=many")]
    [InlineData("secret")]
    public void A_connection_string_that_is_none_is_told_at_the_start_by_its_key(string connection)
    {
        DbProviderFactories.RegisterFactory("Ours", MySqlClientFactory.Instance);
        IConfiguration configuration = Configuration((Key + ":Connection", connection), (Key + ":Provider", "Ours"));
        HiveException wrong = Assert.Throws<HiveException>(() => new MySqlAdapter().Create("shop", configuration.GetSection(Key), new ServiceCollection().BuildServiceProvider()));
        Assert.StartsWith("Hive:Targets:shop:Connection is no connection string of 'Ours': ", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", wrong.ToString(), StringComparison.Ordinal);
    }

    private static PlanetScaleSettings Of(params (string Key, string? Value)[] settings) => PlanetScaleSettings.Of(Key, null, new PlanetScaleTargetOptions(), Configuration(settings));

    private static IConfiguration Configuration(params (string Key, string? Value)[] settings)
        => new ConfigurationBuilder().AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create(setting.Key, setting.Value))).Build();
}
