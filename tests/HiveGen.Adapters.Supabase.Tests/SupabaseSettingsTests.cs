using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Tests;

public sealed class SupabaseSettingsTests
{
    [Fact]
    public void The_configuration_makes_a_target_and_so_do_the_originals_variables()
    {
        Assert.Equal("https://abc.supabase.co/", Create(("Hive:Targets:app:Url", "https://abc.supabase.co")).Url.ToString());
        Assert.Equal("https://def.supabase.co/", Create(("SUPABASE_URL", "https://def.supabase.co/")).Url.ToString());
    }

    [Theory]
    [InlineData("Url", null, "SUPABASE_URL")]
    [InlineData("Url", "abc.supabase.co", "https://abcdefgh.supabase.co")]
    [InlineData("Url", "http://abc.supabase.co", "AllowHttp")]
    [InlineData("Timeout", "soon", "soon")]
    [InlineData("AllowHttp", "1", "true or false")]
    public void A_wrong_setting_is_named(string key, string? value, string told)
    {
        HiveException wrong = Assert.Throws<HiveException>(() => Create(("Hive:Targets:app:Url", "https://abc.supabase.co"), ("Hive:Targets:app:" + key, value)));
        Assert.Contains("Hive:Targets:app:" + key, wrong.Message, StringComparison.Ordinal);
        Assert.Contains(told, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a key\n")]
    public async Task Without_a_key_that_can_be_sent_nothing_is_sent(string? key)
    {
        await using SupabaseTarget target = Create(("Hive:Targets:app:Url", "https://abc.supabase.co"), ("Hive:Targets:app:Key", key));
        TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await target.ReadCursorAsync("hive_1", CancellationToken.None));
        Assert.Equal(TargetFailure.Configuration, refused.Failure);
        Assert.Contains("Hive:Targets:app:Key", refused.Message, StringComparison.Ordinal);
        Assert.Contains("SUPABASE_SERVICE_KEY", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a key", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_options_do_not_tell_the_key() => Assert.DoesNotContain("tell", new SupabaseTargetOptions { Key = "do_not_tell" }.ToString(), StringComparison.Ordinal);

    [Fact]
    public void Ghosts_are_kept_as_long_as_the_section_says_or_a_week()
    {
        using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Hive:Targets:app:GhostRetention", (string?)"2.00:00:00")]).Build();
        Assert.Equal(TimeSpan.FromDays(2), SupabaseAdapter.Options(services, configuration.GetSection("Hive:Targets:app")).GhostRetention);
        Assert.Equal(TimeSpan.FromDays(7), SupabaseAdapter.Options(services, configuration.GetSection("Hive:Targets:other")).GhostRetention);
    }

    private static SupabaseTarget Create(params (string Key, string? Value)[] settings)
    {
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.GroupBy(static setting => setting.Key).Select(static group => KeyValuePair.Create(group.Key, group.Last().Value))).Build();
        ServiceCollection services = new();
        services.AddSingleton<IConfiguration>(configuration);
        SupabaseAdapter.Register(services);
        SupabaseAdapter.Register(services);
        using ServiceProvider provider = services.BuildServiceProvider();
        ITargetAdapter adapter = Assert.Single(provider.GetServices<ITargetAdapter>());
        Assert.Equal("Supabase", adapter.Name);
        return Assert.IsType<SupabaseTarget>(adapter.Create("app", configuration.GetSection("Hive:Targets:app"), provider));
    }
}
