namespace HiveGen;

/// <summary>Hooks called each other too deeply; the operation that would have gone deeper was refused.</summary>
public sealed class HiveRecursionException(IReadOnlyList<HookRef> chain)
    : HiveException($"Hooks are nested {chain.Count} deep, which looks like a circle: {string.Join(" > ", chain)}. Let a hook add only operations whose hooks do not lead back to it.")
{
    /// <summary>The hooks, the outermost first.</summary>
    public IReadOnlyList<HookRef> Chain { get; } = chain;
}
