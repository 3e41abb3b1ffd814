using HiveGen.Export;

namespace HiveGen.Commands;

/// <summary>Writes the files of an export, over those of an earlier one.</summary>
internal static class ExportWriter
{
    /// <summary>Writes them, and tells which.</summary>
    public static async Task WriteAsync(IReadOnlyList<ExportFile> files, DirectoryInfo folder, TextWriter output, CancellationToken cancellationToken)
    {
        foreach (ExportFile file in files)
        {
            string path = Path.Combine([folder.FullName, .. file.Path.Split('/')]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            // UTF-8 without a byte order mark, which some of the tools that read these files trip over.
            await File.WriteAllTextAsync(path, file.Content, cancellationToken).ConfigureAwait(false);
            await output.WriteLineAsync(path).ConfigureAwait(false);
        }
    }
}
