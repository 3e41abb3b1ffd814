using HiveGen.Adapters.Firestore;
using HiveGen.Targets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void The_emulators_variables_are_enough() => Create(("FIRESTORE_EMULATOR_HOST", "127.0.0.1:8080"), ("GOOGLE_CLOUD_PROJECT", "demo")).Dispose();

    [Fact]
    public async Task The_project_may_come_from_the_key()
    {
        await using FakeTokens tokens = await FakeTokens.StartAsync();
        Create(("Hive:Targets:app:ServiceAccount", tokens.Json)).Dispose();
    }

    [Fact]
    public async Task An_empty_variable_is_none()
    {
        await using FakeTokens tokens = await FakeTokens.StartAsync();
        Create(("GOOGLE_APPLICATION_CREDENTIALS", tokens.Json), ("GOOGLE_CLOUD_PROJECT", ""), ("FIRESTORE_EMULATOR_HOST", "")).Dispose();
    }

    [Fact]
    public void A_target_that_code_adds_reads_its_section()
    {
        ServiceCollection services = new();
        services.AddSingleton(Configuration(("Hive:Targets:app:Emulator", "127.0.0.1:8080"), ("Hive:Targets:app:ProjectId", "demo"), ("Hive:Targets:app:Database", "other"), ("Hive:Targets:app:Timeout", "00:00:07"), ("Hive:Targets:app:GhostRetention", "2.00:00:00")));
        using ServiceProvider provider = services.BuildServiceProvider();
        FirestoreSettings settings = FirestoreSettings.Of("Hive:Targets:app", project: null, options: null, provider);
        Assert.Equal("projects/demo/databases/other/documents", settings.Root);
        Assert.Equal(TimeSpan.FromSeconds(7), settings.Options.Timeout);
        Assert.Equal(TimeSpan.FromDays(2), settings.Options.GhostRetention);
        Assert.Equal("projects/own/databases/mine/documents", FirestoreSettings.Of("Hive:Targets:app", "own", new FirestoreTargetOptions { Database = "mine" }, provider).Root);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a b")]
    public void A_database_that_is_none_is_refused(string database)
        => Assert.Contains(":Database", Assert.Throws<HiveException>(() => new FirestoreTarget("app", "demo", new FirestoreTargetOptions { Emulator = "127.0.0.1:8080", Database = database })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Hive:Targets:app:ServiceAccount is missing, and so is GOOGLE_APPLICATION_CREDENTIALS")]
    [InlineData("Hive:Targets:app:ProjectId is missing, and so is GOOGLE_CLOUD_PROJECT", "Hive:Targets:app:Emulator", "127.0.0.1:8080")]
    [InlineData("Hive:Targets:app:ProjectId is 'a/b'", "Hive:Targets:app:Emulator", "127.0.0.1:8080", "Hive:Targets:app:ProjectId", "a/b")]
    [InlineData("Hive:Targets:app:ProjectId is 'dä", "Hive:Targets:app:Emulator", "127.0.0.1:8080", "Hive:Targets:app:ProjectId", "däta")]
    [InlineData("Hive:Targets:app:Database is 'a/b'", "Hive:Targets:app:Emulator", "127.0.0.1:8080", "Hive:Targets:app:ProjectId", "demo", "Hive:Targets:app:Database", "a/b")]
    [InlineData("Hive:Targets:app:ServiceAccount is missing, and so is GOOGLE_APPLICATION_CREDENTIALS", "GOOGLE_APPLICATION_CREDENTIALS", "", "FIRESTORE_EMULATOR_HOST", "")]
    [InlineData("no file that can be read", "Hive:Targets:app:ServiceAccount", "no/such/file.json")]
    [InlineData("no JSON of a service account", "Hive:Targets:app:ServiceAccount", "{ broken")]
    [InlineData("has no private_key", "Hive:Targets:app:ServiceAccount", "{\"type\":\"authorized_user\"}")]
    [InlineData("no PEM of an RSA key", "Hive:Targets:app:ServiceAccount", "{\"private_key\":\"s3cret\",\"client_email\":\"x\"}")]
    [InlineData("Hive:Targets:app:Emulator is http://emulator.example.com:8080/", "Hive:Targets:app:Emulator", "emulator.example.com:8080", "Hive:Targets:app:ProjectId", "demo")]
    [InlineData("Use https", "Hive:Targets:app:Emulator", "emulator.example.com:8080", "Hive:Targets:app:ProjectId", "demo")]
    public void What_is_missing_or_wrong_is_named_and_no_key_is_shown(string told, params string[] settings)
    {
        HiveException wrong = Assert.Throws<HiveException>(() => Create([.. settings.Chunk(2).Select(static pair => (pair[0], pair[1]))]));
        Assert.Contains(told, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", wrong.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_options_do_not_show_the_key()
        => Assert.DoesNotContain("s3cret", new FirestoreTargetOptions { ServiceAccount = "s3cret" }.ToString(), StringComparison.Ordinal);

    private static ServiceProvider Create(params (string Key, string Value)[] settings)
    {
        IConfiguration configuration = Configuration(settings);
        ServiceCollection services = new();
        services.AddSingleton(configuration);
        FirestoreAdapter.Register(services);
        ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<ITargetAdapter>().Create("app", configuration.GetSection("Hive:Targets:app"), provider);
        return provider;
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings)
        => new ConfigurationBuilder().AddInMemoryCollection(settings.Select(static one => KeyValuePair.Create(one.Key, (string?)one.Value))).Build();
}
