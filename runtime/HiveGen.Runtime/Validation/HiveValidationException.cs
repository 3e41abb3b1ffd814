namespace HiveGen;

/// <summary>A record or a change was refused before anything was written.</summary>
public sealed class HiveValidationException(string model, IReadOnlyList<FieldError> errors)
    : HiveException($"{model} is not valid. {string.Join(" ", errors.Select(static e => $"{e.Field}: {e.Message}"))}")
{
    /// <summary>The model.</summary>
    public string Model { get; } = model;

    /// <summary>Every wrong field.</summary>
    public IReadOnlyList<FieldError> Errors { get; } = errors;
}
