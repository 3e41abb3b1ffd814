using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace HiveGen.Tests;

/// <summary>Keeps what is logged, each line before the scope it was logged in. For a container as a provider, for a Hive of its own as a factory.</summary>
public sealed class LogLines : ILoggerFactory, ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public ConcurrentQueue<string> Lines { get; } = [];

    /// <summary>Called with each line, on the thread that logs it.</summary>
    public Action<string>? Heard { get; set; }

    public ILogger CreateLogger(string categoryName) => new Writer(this);

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
    }

    private void Add(string line)
    {
        Lines.Enqueue(line);
        Heard?.Invoke(line);
    }

    private sealed class Writer(LogLines lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => lines.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            List<string> scope = [];
            lines.scopes.ForEachScope(
                static (one, all) => all.AddRange(one is IEnumerable<KeyValuePair<string, object?>> pairs ? pairs.Select(static pair => $"{pair.Key}={pair.Value}") : []), scope);
            string error = exception is null ? "" : " " + exception.Message;
            string within = scope.Count == 0 ? "" : $" [{string.Join(' ', scope)}]";
            lines.Add($"{logLevel}: {formatter(state, exception)}{error}{within}");
        }
    }
}
