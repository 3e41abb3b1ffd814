global using System.Text.Json;
global using System.Text.Json.Serialization;
global using System.Text.Json.Serialization.Metadata;

namespace Shop;

internal static class Jobs
{
    public static WebApplicationBuilder builder => null!;
    public static Hive hive => null!;
    public static long id => 0;
}

public sealed class Mailer
{
    public Task SendAsync(string account, CancellationToken cancellationToken) => Task.CompletedTask;
}

// The class whose overrides a block shows, and one that makes the model have hooks.
public abstract class Members : Account.Hooks;

[HiveHooks]
public sealed class AccountHooks : Account.Hooks;

// What the generator of System.Text.Json writes.
public sealed partial class AppJson() : JsonSerializerContext(null)
{
    public static AppJson Default { get; } = new();

    public JsonTypeInfo<Welcome> Welcome => null!;

    protected override JsonSerializerOptions? GeneratedSerializerOptions => null;

    public override JsonTypeInfo? GetTypeInfo(Type type) => null;
}
