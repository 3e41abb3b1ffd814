using System.CommandLine;

namespace HiveGen.Commands;

/// <summary><c>hive</c>: the command above all others.</summary>
internal static class HiveCommand
{
    public const string Name = "hive";

    /// <summary>Runs what the arguments say.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> args, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        RootCommand root = new("An app with a Hive.") { new Command(Name, "The commands of HiveGen.") { ExportCommand.Make(services), MigrateCommand.Make(services) } };
        console.EnableDefaultExceptionHandler = false;
        try
        {
            return await root.Parse(args).InvokeAsync(console, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is HiveException or IOException or UnauthorizedAccessException)
        {
            // What a person can mend is told in a line; anything else is a fault, and keeps its stack.
            await console.Error.WriteLineAsync(failed.Message).ConfigureAwait(false);
            return 1;
        }
    }
}
