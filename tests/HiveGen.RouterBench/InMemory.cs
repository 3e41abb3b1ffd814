using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace HiveGen.RouterBench;

/// <summary>What a request costs each .NET server apart from the sockets: both in one process, on one thread, in turns.</summary>
internal static class InMemory
{
    private const int Slice = 5000;

    private static readonly byte[] Request = Encoding.UTF8.GetBytes(string.Join("\r\n", [
        "POST /sync HTTP/1.1", "Host: 127.0.0.1:23100", "Content-Type: application/json", "X-Sync-Secret: " + Load.Secret, $"Content-Length: {Load.Body.Length}", "", Load.Body]));

    /// <summary>Measures.</summary>
    /// <param name="seconds">How long.</param>
    /// <param name="only">The kind to run alone, for a profiler; null for both.</param>
    public static async Task RunAsync(int seconds, string? only)
    {
        string[] kinds = only is null ? ["hivegen", "byhand"] : [only];
        List<double>[] costs = [.. kinds.Select(static _ => new List<double>())];
        long[] bytes = new long[kinds.Length];
        IDuplexPipe[] pipes = new IDuplexPipe[kinds.Length];
        List<WebApplication> apps = [];
        for (int i = 0; i < kinds.Length; i++)
        {
            MemoryTransport transport = new();
            WebApplication app = Server.Make(kinds[i], 23100 + i, inline: true, transport);
            apps.Add(app);
            await app.StartAsync();
            pipes[i] = transport.Connect();
        }

        // Tiered compilation has its turn before anything counts.
        DateTime warm = DateTime.UtcNow.AddSeconds(Math.Min(8, seconds)), end = warm.AddSeconds(seconds);
        while (DateTime.UtcNow < end)
        {
            for (int i = 0; i < kinds.Length; i++)
            {
                long allocated = GC.GetAllocatedBytesForCurrentThread();
                double cost = Measure(pipes[i]);
                bytes[i] = GC.GetAllocatedBytesForCurrentThread() - allocated;
                if (DateTime.UtcNow > warm)
                {
                    costs[i].Add(cost);
                }
            }
        }

        for (int i = 0; i < kinds.Length; i++)
        {
            double[] sorted = [.. costs[i].Order()];
            Console.WriteLine(FormattableString.Invariant($"{kinds[i],-8} {sorted[0]:0.000} µs at best, {sorted[sorted.Length / 4]:0.000} a quarter, {sorted[sorted.Length / 2]:0.000} in the middle of {sorted.Length} slices; {bytes[i] / Slice} bytes allocated"));
        }

        if (only is null)
        {
            double[] differences = [.. costs[0].Zip(costs[1], static (a, b) => a - b).Order()];
            Console.WriteLine(FormattableString.Invariant($"the router costs {differences[differences.Length / 2]:0.000} µs more in the middle"));
        }

        foreach (WebApplication app in apps)
        {
            await app.DisposeAsync();
        }
    }

    private static double Measure(IDuplexPipe pipe)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < Slice; i++)
        {
            Ask(pipe);
        }

        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / Slice;
    }

    private static void Ask(IDuplexPipe pipe)
    {
        pipe.Output.Write(Request);
        _ = pipe.Output.FlushAsync();
        while (true)
        {
            if (!pipe.Input.TryRead(out ReadResult answer))
            {
                Thread.Yield();
            }
            else if (IsWhole(answer.Buffer))
            {
                pipe.Input.AdvanceTo(answer.Buffer.End);
                return;
            }
            else
            {
                pipe.Input.AdvanceTo(answer.Buffer.Start, answer.Buffer.End);
            }
        }
    }

    private static bool IsWhole(ReadOnlySequence<byte> answer)
    {
        ReadOnlySpan<byte> text = answer.IsSingleSegment ? answer.FirstSpan : answer.ToArray();
        return text.StartsWith("HTTP/1.1 200"u8) ? text.EndsWith("}"u8) : throw new InvalidOperationException(Encoding.UTF8.GetString(text));
    }
}
