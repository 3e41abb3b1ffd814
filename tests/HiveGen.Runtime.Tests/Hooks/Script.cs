using Xunit;

namespace HiveGen.Tests.Hooks;

/// <summary>What the hooks of a test do, and what they did. Thread-safe.</summary>
internal sealed class Script
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Model, HookPoints Point), Func<HookEvent, ValueTask>> acts = [];
    private readonly List<string> trace = [];
    private readonly SemaphoreSlim followed = new(0);
    private readonly HashSet<object> instances = [];
    private int scopes;

    /// <summary>Every hook that ran, in order, as <c>Person.BeforeAdd</c>.</summary>
    public IReadOnlyList<string> Trace
    {
        get
        {
            lock (gate)
            {
                return [.. trace];
            }
        }
    }

    /// <summary>The scopes of services that are open.</summary>
    public int Scopes => Volatile.Read(ref scopes);

    /// <summary>How many objects of hooks were made.</summary>
    public int Instances => instances.Count;

    public HookPoints Points(string model) => acts.Keys.Where(key => key.Model == model).Aggregate(HookPoints.None, static (all, key) => all | key.Point);

    public Script On<T>(HookPoints points, Action<HookEvent>? act = null) => OnAsync<T>(points, e =>
    {
        act?.Invoke(e);
        return default;
    });

    public Script OnAsync<T>(HookPoints points, Func<HookEvent, ValueTask> act)
    {
        foreach (HookPoints point in Enum.GetValues<HookPoints>().Where(point => point != HookPoints.None && (points & point) != 0))
        {
            acts[(typeof(T).Name, point)] = act;
        }

        return this;
    }

    public async ValueTask RunAsync(string model, HookPoints point, HookEvent e, object hooks)
    {
        lock (gate)
        {
            trace.Add(e.ParentHook is null ? $"{model}.{point}" : $"{e.ParentHook} > {model}.{point}");
            instances.Add(hooks);
        }

        try
        {
            await acts[(model, point)](e);
        }
        finally
        {
            if (e is FollowingEvent)
            {
                followed.Release();
            }
        }
    }

    public void Note(string text)
    {
        lock (gate)
        {
            trace.Add(text);
        }
    }

    /// <summary>Waits until so many Following hooks have ended.</summary>
    public async Task FollowedAsync(int times = 1)
    {
        for (int i = 0; i < times; i++)
        {
            Assert.True(await followed.WaitAsync(TimeSpan.FromSeconds(60)));
        }
    }

    public void ScopeOpened() => Interlocked.Increment(ref scopes);

    public void ScopeClosed() => Interlocked.Decrement(ref scopes);
}
