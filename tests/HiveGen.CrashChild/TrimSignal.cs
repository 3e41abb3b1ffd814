using Microsoft.Extensions.Logging;

namespace HiveGen.CrashChild;

/// <summary>Completes when the change log was trimmed, which the Hive tells in its log.</summary>
internal sealed class TrimSignal : ILoggerFactory, ILogger
{
    private readonly TaskCompletionSource seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Seen => seen.Task;

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Name == "Trimmed")
        {
            seen.TrySetResult();
        }
    }

    public void Dispose()
    {
    }
}
