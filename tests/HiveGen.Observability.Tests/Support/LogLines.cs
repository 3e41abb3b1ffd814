using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace HiveGen.Tests;

/// <summary>Keeps what is logged, each line after the scope it was logged in.</summary>
internal sealed class LogLines : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Writer(this);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
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
            lines.Lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception?.Message} [{string.Join(' ', scope)}]");
        }
    }
}
