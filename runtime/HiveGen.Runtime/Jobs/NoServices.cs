namespace HiveGen.Jobs;

/// <summary>What a job gets in an app without a host.</summary>
internal sealed class NoServices : IServiceProvider
{
    public static NoServices Instance { get; } = new();

    public object? GetService(Type serviceType) => null;
}
