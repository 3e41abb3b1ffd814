using HiveGen.Adapters.Turso;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Tests;

public sealed class SettingsTests
{
    private const string Key = "Hive:Targets:edge";

    [Theory]
    [InlineData("libsql://app-me.turso.io", "https://app-me.turso.io/")]
    [InlineData("https://app-me.turso.io/", "https://app-me.turso.io/")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/")]
    [InlineData("libsql://127.0.0.1:8080?tls=0", "http://127.0.0.1:8080/")]
    public void Addresses_are_taken_as_Turso_shows_them(string url, string expected) => Assert.Equal(expected, Of((Key + ":Url", url)).Url.AbsoluteUri);

    [Theory]
    [InlineData(null, "Hive:Targets:edge:Url is missing, and so are TURSO_DATABASE_URL and DATABASE_URL")]
    [InlineData("wss://app-me.turso.io", "Hive:Targets:edge:Url is a WebSocket address")]
    [InlineData("libsql://app-me.turso.io?authToken=secret", "Hive:Targets:edge:Url has the token in it")]
    [InlineData("http://app-me.turso.io", "Use https; Hive:Targets:edge:AllowHttp=true takes the risk")]
    [InlineData("libsql://app-me.turso.io?tls=0", "Use https; Hive:Targets:edge:AllowHttp=true takes the risk")]
    [InlineData("file:replica.db", "Hive:Targets:edge:Url must be an http or https address")]
    public void A_wrong_address_is_told_by_its_key_and_without_its_token(string? url, string message)
    {
        HiveException wrong = Assert.Throws<HiveException>(() => Of((Key + ":Url", url)));
        Assert.Contains(message, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", wrong.Message.Replace("the secret and the records", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Variables_stand_in_for_settings_in_order()
    {
        (string, string?)[] seeds = [("DATABASE_URL", "https://a.example"), ("DATABASE_API_KEY", "a")];
        (string, string?)[] own = [.. seeds, ("TURSO_DATABASE_URL", "https://b.example"), ("TURSO_AUTH_TOKEN", "b")];
        (string, string?)[] keys = [.. own, (Key + ":Url", "https://c.example"), (Key + ":AuthToken", "c")];
        Assert.Equal(("https://a.example/", "a"), (Of(seeds).Url.AbsoluteUri, Of(seeds).Token()));
        Assert.Equal(("https://b.example/", "b"), (Of(own).Url.AbsoluteUri, Of(own).Token()));
        Assert.Equal(("https://c.example/", "c"), (Of(keys).Url.AbsoluteUri, Of(keys).Token()));
        TursoSettings options = TursoSettings.Of(Key, null, new TursoTargetOptions { AuthToken = "d" }, Configuration(keys));
        Assert.Equal("d", options.Token());
        Assert.DoesNotContain("= d", options.Options.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Ghosts_are_kept_as_long_as_the_section_says_or_a_week()
    {
        using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Hive:Targets:app:GhostRetention", (string?)"2.00:00:00")]).Build();
        Assert.Equal(TimeSpan.FromDays(2), TursoAdapter.Options(services, configuration.GetSection("Hive:Targets:app")).GhostRetention);
        Assert.Equal(TimeSpan.FromDays(7), TursoAdapter.Options(services, configuration.GetSection("Hive:Targets:other")).GhostRetention);
    }

    private static TursoSettings Of(params (string Key, string? Value)[] settings) => TursoSettings.Of(Key, null, new TursoTargetOptions(), Configuration(settings));

    private static IConfiguration Configuration((string Key, string? Value)[] settings)
        => new ConfigurationBuilder().AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create(setting.Key, setting.Value))).Build();
}
