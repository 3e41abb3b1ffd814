namespace HiveGen.Hooks;

/// <summary>The hooks a piece of code runs inside of, innermost first. It flows with the code, through whatever it awaits.</summary>
internal sealed class HookChain
{
    /// <summary>The most hooks inside each other.</summary>
    public const int MaxDepth = 16;

    private static readonly AsyncLocal<HookChain?> Flow = new();

    private readonly HookChain? parent;
    private readonly int depth;

    private HookChain(HookRef hook, HookChain? parent)
    {
        Hook = hook;
        this.parent = parent;
        depth = (parent?.depth ?? 0) + 1;
    }

    /// <summary>The chain of the code that asks; null outside of every hook. A set lasts until the asking async method returns.</summary>
    public static HookChain? Current
    {
        get => Flow.Value;
        set => Flow.Value = value;
    }

    /// <summary>The innermost hook.</summary>
    public HookRef Hook { get; }

    /// <summary>The chain with this hook inside; null when the hook is in the chain already and is therefore skipped.</summary>
    /// <exception cref="HiveRecursionException">The chain would become too long.</exception>
    public static HookChain? Enter(HookChain? chain, HookRef hook)
    {
        for (HookChain? link = chain; link is not null; link = link.parent)
        {
            if (link.Hook == hook)
            {
                return null;
            }
        }

        return chain is null || chain.depth < MaxDepth ? new HookChain(hook, chain) : throw new HiveRecursionException([.. chain.Outermost(), hook]);
    }

    private IEnumerable<HookRef> Outermost()
    {
        Stack<HookRef> hooks = new();
        for (HookChain? link = this; link is not null; link = link.parent)
        {
            hooks.Push(link.Hook);
        }

        return hooks;
    }
}
