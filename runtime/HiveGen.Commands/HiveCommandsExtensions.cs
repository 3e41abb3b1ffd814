using System.CommandLine;
using HiveGen.Commands;
using Microsoft.Extensions.Hosting;

namespace HiveGen;

/// <summary>The commands of HiveGen as part of an app: <c>dotnet run -- hive …</c>.</summary>
public static class HiveCommandsExtensions
{
    /// <summary>
    /// Runs the command of HiveGen that the arguments name. The host is built and not started: neither the Hive nor a target is
    /// opened, so that a command works beside the running app. Results are written to the standard output, errors beside it.
    /// <code>if (await app.RunHiveCommandsAsync(args) is { } exitCode) return exitCode;</code>
    /// </summary>
    /// <param name="host">The app, after <c>AddHive</c>.</param>
    /// <param name="args">What the program was started with.</param>
    /// <param name="cancellationToken">Ends the command. Ctrl+C does too.</param>
    /// <returns>The exit code: 0 when the command did its work, 1 when it could not. Null when the arguments do not begin with <c>hive</c>: the app runs as ever.</returns>
    public static Task<int?> RunHiveCommandsAsync(this IHost host, IReadOnlyList<string> args, CancellationToken cancellationToken = default)
        => RunAsync(host, args, new InvocationConfiguration(), cancellationToken);

    internal static async Task<int?> RunAsync(IHost host, IReadOnlyList<string> args, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(args);
        return args is [HiveCommand.Name, ..] ? await HiveCommand.RunAsync(host.Services, args, console, cancellationToken).ConfigureAwait(false) : null;
    }
}
