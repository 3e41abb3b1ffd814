using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HiveGen.Adapters.Postgres.Tests;

/// <summary>What is made of configuration, and what is told when it is wrong.</summary>
public sealed class SettingsTests
{
    private const string Section = "Hive:Targets:reports";

    [Theory]
    [InlineData("postgres://u:p@db.example.com/d", false, SslMode.Require)]
    [InlineData("postgres://u:p@db.example.com/d", true, SslMode.VerifyFull)]
    [InlineData("postgres://u:p@10.0.0.1/d", false, SslMode.Require)]
    [InlineData("postgres://u:p@localhost,db.example.com/d", false, SslMode.Require)]
    [InlineData("postgres://u:p@db.example.com/d?sslmode=disable", false, SslMode.Disable)]
    [InlineData("postgres://u:p@db.example.com/d?sslmode=require", true, SslMode.Require)]
    [InlineData("postgres://u:p@localhost/d", false, SslMode.Prefer)]
    [InlineData("postgres://u:p@127.0.0.1:5433/d", true, SslMode.Prefer)]
    [InlineData("postgres://u:p@[::1]:5433/d", false, SslMode.Prefer)]
    [InlineData("Host=::1;Username=u", false, SslMode.Prefer)]
    [InlineData("Host=/var/run/postgresql;Username=u", false, SslMode.Prefer)]
    public void Outside_this_machine_the_connection_is_encrypted_unless_something_else_is_said(string connection, bool isNeon, SslMode expected)
        => Assert.Equal(expected, PostgresSettings.Of("key", connection, isNeon).SslMode);

    [Fact]
    public void A_Neon_target_keeps_nothing_in_a_session_and_waits_for_a_cold_start()
    {
        NpgsqlConnectionStringBuilder neon = PostgresSettings.Of("key", "Host=h;Max Auto Prepare=20", isNeon: true);

        Assert.Equal((0, true, 30), (neon.MaxAutoPrepare, neon.NoResetOnClose, neon.Timeout));
        Assert.Equal(5, PostgresSettings.Of("key", "Host=h;Timeout=5", isNeon: true).Timeout);
    }

    [Fact]
    public void The_setting_comes_before_the_variable_and_code_before_both()
    {
        IConfiguration both = Configuration((Section + ":Connection", "Host=setting"), ("DATABASE_URL", "postgres://variable/d"));

        Assert.Equal("code", PostgresSettings.Of(Section, "Host=code", both, isNeon: false).Host);
        Assert.Equal("setting", PostgresSettings.Of(Section, null, both, isNeon: false).Host);
        Assert.Equal("variable:5432", PostgresSettings.Of(Section, " ", Configuration(("DATABASE_URL", " postgres://variable/d\n")), isNeon: false).Host);
    }

    [Fact]
    public void What_is_missing_or_wrong_is_told_by_the_key_it_came_from()
    {
        HiveException missing = Assert.Throws<HiveException>(() => PostgresSettings.Of(Section, null, Configuration(), isNeon: false));
        HiveException wrong = Assert.Throws<HiveException>(() => PostgresSettings.Of(Section, null, Configuration(("DATABASE_URL", "postgres://u:s3cret@h:x/d")), isNeon: false));

        Assert.StartsWith(Section + ":Connection is missing, and so is DATABASE_URL", missing.Message, StringComparison.Ordinal);
        Assert.StartsWith("DATABASE_URL is no address", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Postgres")]
    [InlineData("Neon")]
    public async Task A_target_is_made_of_configuration_alone(string adapter)
    {
        await using ServiceProvider services = Services((Section + ":Connection", "postgres://u:s3cret@h/d"));

        await using HiveTarget target = Create(services, adapter);

        Assert.Equal("reports", Assert.IsType<PostgresTarget>(target).Name);
        Assert.DoesNotContain("s3cret", target.ToString(), StringComparison.Ordinal);
        Assert.Equal(new TargetConnections(0, 100), target.Connections);
    }

    [Fact]
    public async Task Ghosts_are_kept_as_long_as_the_section_says_or_a_week()
    {
        await using ServiceProvider services = Services((Section + ":GhostRetention", "2.00:00:00"));

        Assert.Equal(TimeSpan.FromDays(2), PostgresAdapter.Options(services, "reports").GhostRetention);
        Assert.Equal(TimeSpan.FromDays(7), PostgresAdapter.Options(services, "other").GhostRetention);
    }

    private static HiveTarget Create(ServiceProvider services, string adapter)
        => services.GetServices<ITargetAdapter>().Single(known => known.Name == adapter).Create("reports", services.GetRequiredService<IConfiguration>().GetSection(Section), services);

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        ServiceCollection services = new();
        services.AddSingleton(Configuration(settings));
        PostgresAdapter.Register(services);
        PostgresAdapter.Register(services);
        return services.BuildServiceProvider();
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings)
        => new ConfigurationBuilder().AddInMemoryCollection(settings.Select(static pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value))).Build();
}
