using System.CommandLine;
using HiveGen.Export;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Commands;

/// <summary><c>hive export [what] [-o folder]</c>: writes what a database needs to know of the models.</summary>
internal static class ExportCommand
{
    public static Command Make(IServiceProvider services)
    {
        Argument<string?> what = new("what") { Description = "What to write; without it there is a list.", Arity = ArgumentArity.ZeroOrOne };
        Option<DirectoryInfo?> folder = new("--output", "-o") { Description = "The folder to write to. A single file is printed without it." };
        Command command = new("export", "Writes the schema of the models for a database.") { what, folder };
        command.SetAction((parsed, cancellationToken) => RunAsync(services, parsed.GetValue(what), parsed.GetValue(folder), parsed.InvocationConfiguration, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, string? what, DirectoryInfo? folder, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        IHiveExport[] all = [.. services.GetServices<IHiveExport>().OrderBy(static export => export.Name, StringComparer.Ordinal)];
        if (what is null)
        {
            await console.Output.WriteLineAsync("hive export <what> [-o folder]").ConfigureAwait(false);
            foreach (IHiveExport export in all)
            {
                await console.Output.WriteLineAsync($"  {export.Name,-12} {export.Description}").ConfigureAwait(false);
            }

            return 0;
        }

        IHiveExport chosen = Array.Find(all, export => string.Equals(export.Name, what, StringComparison.OrdinalIgnoreCase))
            ?? throw new HiveException($"There is no export '{what}'. There are: {string.Join(", ", all.Select(static export => export.Name))}. More come with the packages of the adapters.");
        HiveSchema schema = services.GetService<HiveSchema>() ?? throw new HiveException("The app has no Hive: call builder.AddHive() first.");
        IReadOnlyList<ExportFile> files = chosen.Export(schema);
        if (folder is not null)
        {
            await ExportWriter.WriteAsync(files, folder, console.Output, cancellationToken).ConfigureAwait(false);
            return 0;
        }

        if (files.Count > 1)
        {
            throw new HiveException($"'{chosen.Name}' is {files.Count} files: name a folder for them, hive export {chosen.Name} -o <folder>.");
        }

        foreach (ExportFile file in files)
        {
            await console.Output.WriteAsync(file.Content.AsMemory(), cancellationToken).ConfigureAwait(false);
        }

        return 0;
    }
}
