namespace HiveGen.Export;

/// <summary>A file of an export.</summary>
public sealed record ExportFile
{
    /// <summary>A file with this text; lines end with a line feed on every system, and so does the last.</summary>
    /// <param name="path">The path below the folder of the export, with <c>/</c>.</param>
    /// <param name="content">The text.</param>
    /// <exception cref="ArgumentException">The path leads out of the folder.</exception>
    public ExportFile(string path, string content)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(content);
        if (path.Contains('\\', StringComparison.Ordinal) || path.Split('/').Any(static part => part is "" or "." or ".."))
        {
            throw new ArgumentException($"'{path}' is no path below the folder of an export.", nameof(path));
        }

        Path = path;
        Content = content.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
    }

    /// <summary>The path below the folder of the export, with <c>/</c>.</summary>
    public string Path { get; }

    /// <summary>The text, to be written in UTF-8 without a byte order mark.</summary>
    public string Content { get; }
}
