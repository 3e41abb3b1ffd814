using Microsoft.Extensions.Logging;

namespace HiveGen.MigrationChild;

/// <summary>Kills the process when the log says that the nth step of a migration begins.</summary>
internal sealed class KillingLogs(int nth) : ILoggerFactory, ILogger
{
    private const int StepEvent = 21;

    public int Steps { get; private set; }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id == StepEvent && ++Steps == nth)
        {
            Death.Come();
        }
    }

    public void Dispose()
    {
    }
}
