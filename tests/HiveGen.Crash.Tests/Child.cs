using System.Diagnostics;

namespace HiveGen.Tests;

/// <summary>A process that has a Hive open. It is killed when the test ends, however it ends.</summary>
internal sealed class Child : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    private readonly Process process;
    private readonly Task<string> errors;

    public Child(params IEnumerable<string> arguments)
    {
        process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "HiveGen.CrashChild.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        errors = process.StandardError.ReadToEndAsync(); // an unread pipe would block the child
    }

    /// <summary>The next line.</summary>
    /// <exception cref="InvalidOperationException">The child has ended by itself, for the reason in the message.</exception>
    public async Task<string> ReadLineAsync()
        => await process.StandardOutput.ReadLineAsync().WaitAsync(Limit) ?? throw new InvalidOperationException("The child ended: " + await errors.WaitAsync(Limit));

    /// <summary>Waits until it has ended, by its own hand or in peace, and gives what it had printed that was not read yet.</summary>
    public async Task<string[]> ReadToEndAsync()
    {
        string[] rest = await ReadRestAsync();
        Assert.Equal("", await errors.WaitAsync(Limit));
        return rest;
    }

    /// <summary>Kills it as <c>kill -9</c> does, and gives what it had printed that was not read yet.</summary>
    public async Task<string[]> KillAsync()
    {
        process.Kill();
        return await ReadRestAsync();
    }

    /// <summary>Asks it to close its Hive and end, without waiting for it.</summary>
    public void Close() => process.StandardInput.Close();

    /// <summary>What it said of its failure.</summary>
    public async Task<string> FailureAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Limit);
        Assert.NotEqual(0, process.ExitCode);
        return await errors.WaitAsync(Limit);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            process.Kill();
            await process.WaitForExitAsync().WaitAsync(Limit);
        }
        finally
        {
            process.Dispose();
        }
    }

    private async Task<string[]> ReadRestAsync()
    {
        string rest = await process.StandardOutput.ReadToEndAsync().WaitAsync(Limit);
        await process.WaitForExitAsync().WaitAsync(Limit);
        return rest.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
