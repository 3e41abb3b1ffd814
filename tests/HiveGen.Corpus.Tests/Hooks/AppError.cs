namespace HiveGen.Corpus;

/// <summary>An error of the app, thrown by a hook; the original's class of it is called <paramref name="name"/>.</summary>
public sealed class AppError(string name, string message, string? code = null) : Exception(message)
{
    public string Name { get; } = name;

    public string? Code { get; } = code;
}
