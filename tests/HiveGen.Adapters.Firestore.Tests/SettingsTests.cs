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

    [Theory]
    [InlineData("Hive:Targets:app:ServiceAccount is missing, and so is GOOGLE_APPLICATION_CREDENTIALS")]
    [InlineData("Hive:Targets:app:ProjectId is missing, and so is GOOGLE_CLOUD_PROJECT", "Hive:Targets:app:Emulator", "127.0.0.1:8080")]
    [InlineData("Hive:Targets:app:ProjectId is 'a/b'", "Hive:Targets:app:Emulator", "127.0.0.1:8080", "Hive:Targets:app:ProjectId", "a/b")]
    [InlineData("no file that can be read", "Hive:Targets:app:ServiceAccount", "no/such/file.json")]
    [InlineData("no JSON of a service account", "Hive:Targets:app:ServiceAccount", "{ broken")]
    [InlineData("has no private_key", "Hive:Targets:app:ServiceAccount", "{\"type\":\"authorized_user\"}")]
    [InlineData("no PEM of an RSA key", "Hive:Targets:app:ServiceAccount", "{\"private_key\":\"s3cret\",\"client_email\":\"x\"}")]
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
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(static one => KeyValuePair.Create(one.Key, (string?)one.Value))).Build();
        ServiceCollection services = new();
        services.AddSingleton(configuration);
        FirestoreAdapter.Register(services);
        ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<ITargetAdapter>().Create("app", configuration.GetSection("Hive:Targets:app"), provider);
        return provider;
    }
}
