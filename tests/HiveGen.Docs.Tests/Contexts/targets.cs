global using HiveGen.Targets;

namespace Shop;

internal static class Targets
{
    public static WebApplicationBuilder builder => null!;
}

public sealed class CrmClient
{
    public Task PutAsync(string id, long version, AccountSync account, CancellationToken cancellationToken) => Task.CompletedTask;
    public Task DeleteAsync(string id, long version, CancellationToken cancellationToken) => Task.CompletedTask;
}
