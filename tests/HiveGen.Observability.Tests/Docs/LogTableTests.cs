using System.Reflection;
using HiveGen.Router;
using Microsoft.Extensions.Logging;

namespace HiveGen.Tests.Docs;

public sealed class LogTableTests
{
    private static readonly LoggerMessageAttribute[] Messages =
        [.. new[] { typeof(HiveDatabase).Assembly, typeof(SyncLog).Assembly }
            .SelectMany(static assembly => assembly.GetTypes())
            .SelectMany(static type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(static method => method.GetCustomAttribute<LoggerMessageAttribute>()!)
            .Where(static message => message is not null)];

    [Fact]
    public void No_two_messages_have_one_event_id() => Assert.Empty(Messages.GroupBy(static message => message.EventId).Where(static same => same.Count() > 1).Select(static same => same.Key));

    [Fact]
    public void The_table_of_the_documentation_is_the_messages()
        => Assert.Equal(
            Messages.OrderBy(static message => message.EventId).Select(static message => $"{message.EventId} | {(message.Level == LogLevel.None ? "varies" : message.Level)} | {message.Message}"),
            DocTable.Rows("logs.md", "id").Select(static cells => $"{cells[0]} | {cells[1]} | {cells[2]}"));
}
