using System.Diagnostics;

namespace HiveGen.Tests;

/// <summary>
/// The one wait of the tests that looks again and again: for another process, or for a library's own naps, which give no signal.
/// Where there is a signal, it is awaited instead.
/// </summary>
internal static class Eventually
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan While = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    /// <summary>Waits until the condition holds, and fails when it does not in a minute and a half.</summary>
    /// <param name="condition">Looked at every few milliseconds.</param>
    /// <param name="otherwise">What the failure says.</param>
    public static Task TrueAsync(Func<bool> condition, string otherwise) => TrueAsync(() => Task.FromResult(condition()), otherwise);

    /// <inheritdoc cref="TrueAsync(Func{bool}, string)"/>
    public static async Task TrueAsync(Func<Task<bool>> condition, string otherwise)
    {
        long started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(started) > Limit)
            {
                throw new TimeoutException(otherwise);
            }

            await Task.Delay(Glance);
        }
    }

    /// <summary>Sees to it that a task goes on for a while: that something does not happen is seen by waiting alone.</summary>
    public static async Task StaysOpenAsync(Task task)
    {
        if (await Task.WhenAny(task, Task.Delay(While)) == task)
        {
            throw new InvalidOperationException("It has ended.");
        }
    }
}
