using System.Collections.Concurrent;
using HiveGen.Records;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Hooks;

/// <summary>What the hooks of one operation share: their objects, one scope of services, one map. It lives until the last of them ended.</summary>
internal sealed class OperationScope(HiveEngine engine, WriteOperation write, HookChain? parent) : IAsyncDisposable
{
    private readonly object?[] instances = new object?[write.HookClasses];
    private AsyncServiceScope? services;

    public HiveEngine Engine { get; } = engine;

    public WriteOperation Write { get; } = write;

    /// <summary>The hooks in which the operation was started.</summary>
    public HookChain? Parent { get; } = parent;

    public ConcurrentDictionary<string, object?> Context { get; } = new(StringComparer.Ordinal);

    /// <summary>The object of a class of hooks, made at first use.</summary>
    public object Hooks(int index)
    {
        HookRegistration registration = Write.Registration(index);
        if (instances[index] is { } made)
        {
            return made;
        }

        IServiceProvider provider = Engine.Services ?? throw new HiveException(
            $"{Write.ModelName} has hooks ({registration.HooksType.Name}), which dependency injection makes, and this Hive was opened without services. Register it with AddHive, or set HiveOptions.Services.");
        services ??= provider.CreateAsyncScope();
        return instances[index] = registration.Create(services.Value.ServiceProvider);
    }

    public ValueTask DisposeAsync() => services is { } scope ? scope.DisposeAsync() : default;
}
