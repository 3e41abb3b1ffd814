namespace HiveGen.Tests.Hooks;

/// <summary>A scoped service that counts how many of it live.</summary>
internal sealed class ScopeProbe : IAsyncDisposable
{
    private readonly Script script;

    public ScopeProbe(Script script)
    {
        this.script = script;
        script.ScopeOpened();
    }

    public bool Disposed { get; private set; }

    public ValueTask DisposeAsync()
    {
        Disposed = true;
        script.ScopeClosed();
        return default;
    }
}
