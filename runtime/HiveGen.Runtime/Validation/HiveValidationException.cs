namespace HiveGen;

/// <summary>A record or a change was refused before anything was written.</summary>
/// <param name="model">The model.</param>
/// <param name="errors">Every wrong field.</param>
/// <param name="position">Which of the records that were added together; null for one alone.</param>
public sealed class HiveValidationException(string model, IReadOnlyList<FieldError> errors, int? position = null)
    : HiveException($"{model}{(position is null ? "" : FormattableString.Invariant($" at position {position}"))} is not valid. {string.Join(" ", errors.Select(static e => $"{e.Field}: {e.Message}"))}")
{
    /// <summary>The model.</summary>
    public string Model { get; } = model;

    /// <summary>Every wrong field.</summary>
    public IReadOnlyList<FieldError> Errors { get; } = errors;

    /// <summary>Which of the records that were added together is wrong, counted from 0; null where one alone was added, or a set is wrong.</summary>
    public int? Position { get; } = position;
}
