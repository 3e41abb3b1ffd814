using HiveGen.Adapters.MongoDb;
using HiveGen.Targets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void The_section_says_where_it_is()
        => Assert.Equal("app", Create(("Hive:Targets:reports:Connection", "mongodb://localhost/app")).Database);

    [Fact]
    public void The_database_may_stand_beside_the_connection_string()
        => Assert.Equal("other", Create(("Hive:Targets:reports:Connection", "mongodb://localhost/app"), ("Hive:Targets:reports:Database", "other")).Database);

    [Fact]
    public void The_originals_variable_is_enough()
        => Assert.Equal("app", Create(("MONGODB_URI", "mongodb://localhost/app")).Database);

    [Fact]
    public void What_is_missing_is_named()
    {
        HiveException missing = Assert.Throws<HiveException>(() => Create());
        Assert.Contains("Hive:Targets:reports:Connection", missing.Message, StringComparison.Ordinal);
        Assert.Contains("MONGODB_URI", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_is_named_by_where_it_came_from()
        => Assert.StartsWith("MONGODB_URI", Assert.Throws<HiveException>(() => Create(("MONGODB_URI", "localhost"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Ghosts_are_kept_as_long_as_the_section_says_or_a_week()
    {
        using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Hive:Targets:app:GhostRetention", (string?)"2.00:00:00")]).Build();
        Assert.Equal(TimeSpan.FromDays(2), MongoSetup.Options(services, configuration.GetSection("Hive:Targets:app")).GhostRetention);
        Assert.Equal(TimeSpan.FromDays(7), MongoSetup.Options(services, configuration.GetSection("Hive:Targets:other")).GhostRetention);
    }

    private static MongoTarget Create(params (string Key, string Value)[] settings)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(static one => KeyValuePair.Create(one.Key, (string?)one.Value))).Build();
        ServiceCollection services = new();
        services.AddSingleton(configuration);
        MongoAdapter.Register(services);
        using ServiceProvider provider = services.BuildServiceProvider();
        return (MongoTarget)provider.GetRequiredService<ITargetAdapter>().Create("reports", configuration.GetSection("Hive:Targets:reports"), provider);
    }
}
