using Microsoft.Extensions.Logging;

namespace HiveGen.Tests;

/// <summary>Signals when a message that begins so is logged.</summary>
internal sealed class SignalLogger(string beginning) : ILoggerFactory, ILogger
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
        if (formatter(state, exception).StartsWith(beginning, StringComparison.Ordinal))
        {
            seen.TrySetResult();
        }
    }

    public void Dispose()
    {
    }
}
