using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Tests;

public sealed class ConvexSettingsTests
{
    [Fact]
    public void The_configuration_makes_a_target_and_so_do_the_variables()
    {
        Assert.Equal("https://abc.convex.cloud/", Create(("Hive:Targets:app:Url", "https://abc.convex.cloud")).Url.ToString());
        Assert.Equal("https://def.convex.cloud/", Create(("CONVEX_URL", "https://def.convex.cloud/")).Url.ToString());
    }

    [Theory]
    [InlineData("Url", null, "CONVEX_URL")]
    [InlineData("Url", "abc.convex.cloud", "https://happy-animal-123.convex.cloud")]
    [InlineData("Url", "http://abc.convex.cloud", "AllowHttp")]
    [InlineData("Timeout", "soon", "soon")]
    public void A_wrong_setting_is_named(string key, string? value, string told)
    {
        HiveException wrong = Assert.Throws<HiveException>(() => Create(("Hive:Targets:app:Url", "https://abc.convex.cloud"), ("Hive:Targets:app:" + key, value)));
        Assert.Contains("Hive:Targets:app:" + key, wrong.Message, StringComparison.Ordinal);
        Assert.Contains(told, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("a key\n")]
    public async Task Without_a_key_that_can_be_sent_nothing_is_sent(string? key)
    {
        await using ConvexTarget target = Create(("Hive:Targets:app:Url", "https://abc.convex.cloud"), ("Hive:Targets:app:DeployKey", key));
        TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await target.ReadCursorAsync("hive_1", CancellationToken.None));
        Assert.Equal(TargetFailure.Configuration, refused.Failure);
        Assert.Contains("Hive:Targets:app:DeployKey", refused.Message, StringComparison.Ordinal);
        Assert.Contains("CONVEX_DEPLOY_KEY", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a key", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_options_do_not_tell_the_key() => Assert.DoesNotContain("tell", new ConvexTargetOptions { DeployKey = "do_not_tell" }.ToString(), StringComparison.Ordinal);

    [Fact]
    public void The_limits_are_those_of_a_mutation()
    {
        ConvexTarget target = Create(("CONVEX_URL", "https://abc.convex.cloud"));
        Assert.Equal((500, 4 * 1024 * 1024), (target.MaxBatch, target.MaxBatchBytes));
    }

    [Fact]
    public void Ghosts_are_kept_as_long_as_the_section_says_or_a_week()
    {
        using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Hive:Targets:app:GhostRetention", (string?)"2.00:00:00")]).Build();
        Assert.Equal(TimeSpan.FromDays(2), ConvexAdapter.Options(services, configuration.GetSection("Hive:Targets:app")).GhostRetention);
        Assert.Equal(TimeSpan.FromDays(7), ConvexAdapter.Options(services, configuration.GetSection("Hive:Targets:other")).GhostRetention);
    }

    private static ConvexTarget Create(params (string Key, string? Value)[] settings)
    {
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.GroupBy(static setting => setting.Key).Select(static group => KeyValuePair.Create(group.Key, group.Last().Value))).Build();
        ServiceCollection services = new();
        services.AddSingleton<IConfiguration>(configuration);
        ConvexAdapter.Register(services);
        ConvexAdapter.Register(services);
        using ServiceProvider provider = services.BuildServiceProvider();
        ITargetAdapter adapter = Assert.Single(provider.GetServices<ITargetAdapter>());
        Assert.Equal("Convex", adapter.Name);
        return Assert.IsType<ConvexTarget>(adapter.Create("app", configuration.GetSection("Hive:Targets:app"), provider));
    }
}
