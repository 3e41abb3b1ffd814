using HiveGen.Adapters.Http;
using HiveGen.Targets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Tests;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("http://central.example.com")]
    [InlineData("http://10.0.0.1:5000")]
    public void Plain_HTTP_to_another_machine_is_refused_unless_it_is_asked_for(string url)
    {
        HiveException refused = Assert.Throws<HiveException>(() => new RouterTarget("central", url));
        Assert.Contains("Hive:Targets:central:AllowHttp", refused.Message, StringComparison.Ordinal);
        Assert.Equal(url + "/", new RouterTarget("central", url, new RouterTargetOptions { AllowHttp = true }).Url.ToString());
    }

    [Theory]
    [InlineData("https://central.example.com")]
    [InlineData("https://central.example.com/hive/")]
    [InlineData("http://localhost:5000")]
    [InlineData("http://127.0.0.1:5000")]
    [InlineData("http://[::1]:5000")]
    public void HTTPS_and_this_machine_are_taken(string url)
        => Assert.Equal(url.TrimEnd('/') + "/", new RouterTarget("central", url).Url.ToString());

    [Theory]
    [InlineData("central.example.com")]
    [InlineData("ftp://central.example.com")]
    [InlineData("https://me:password@central.example.com")]
    [InlineData("https://central.example.com/?key=1")]
    [InlineData("https://central.example.com/#x")]
    public void An_address_that_is_none_is_refused_and_not_repeated(string url)
    {
        HiveException refused = Assert.Throws<HiveException>(() => new RouterTarget("central", url));
        Assert.Contains("Hive:Targets:central:Url", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("password", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_configuration_makes_a_target()
    {
        HiveTarget target = Create(("Hive:Targets:central:Url", "https://central.example.com"), ("Hive:Targets:central:Timeout", "00:00:05"));
        Assert.Equal("https://central.example.com/", Assert.IsType<RouterTarget>(target).Url.ToString());
        Assert.Equal("https://blade.example.com/", Assert.IsType<RouterTarget>(Create(("BLADE_PUBLIC_URL", "https://blade.example.com"))).Url.ToString());
    }

    [Theory]
    [InlineData("Url", null, "BLADE_PUBLIC_URL")]
    [InlineData("Timeout", "soon", "Timeout")]
    [InlineData("Timeout", "00:00:00", "Timeout")]
    [InlineData("Timeout", "30", "at most a day")]
    [InlineData("Sign", "perhaps", "Sign")]
    [InlineData("AllowHttp", "1", "AllowHttp")]
    public void A_wrong_setting_is_named(string key, string? value, string named)
    {
        HiveException wrong = Assert.Throws<HiveException>(() => Create(("Hive:Targets:central:Url", "https://central.example.com"), ("Hive:Targets:central:" + key, value)));
        Assert.Contains("Hive:Targets:central:" + key, wrong.Message, StringComparison.Ordinal);
        Assert.Contains(named, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_timeout_in_code_is_bounded_too()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new RestTargetOptions { Timeout = Timeout.InfiniteTimeSpan });
        Assert.Throws<ArgumentOutOfRangeException>(static () => new RouterTargetOptions { Timeout = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(static () => new RouterTargetOptions { Timeout = TimeSpan.FromDays(60) });
        Assert.Equal(TimeSpan.FromDays(1), new RouterTargetOptions { Timeout = TimeSpan.FromDays(1) }.Timeout);
    }

    [Fact]
    public void The_options_do_not_tell_the_secret()
    {
        Assert.DoesNotContain("tell", new RouterTargetOptions { Secret = "do_not_tell" }.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("tell", new RestTargetOptions { Secret = "do_not_tell" }.ToString(), StringComparison.Ordinal);
    }

    private static HiveTarget Create(params (string Key, string? Value)[] settings)
    {
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.GroupBy(static setting => setting.Key).Select(static group => KeyValuePair.Create(group.Key, group.Last().Value))).Build();
        ServiceCollection services = new();
        services.AddSingleton<IConfiguration>(configuration);
        RouterAdapter.Register(services);
        RouterAdapter.Register(services);
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Equal(["Router", "Rest"], provider.GetServices<ITargetAdapter>().Select(static one => one.Name));
        ITargetAdapter adapter = provider.GetServices<ITargetAdapter>().First();
        return adapter.Create("central", configuration.GetSection("Hive:Targets:central"), provider);
    }
}
