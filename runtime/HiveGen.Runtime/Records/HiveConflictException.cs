namespace HiveGen;

/// <summary>A record is not as the caller read it, so its set was refused: somebody else's change would have been lost.</summary>
public sealed class HiveConflictException(string model, string id, object? current)
    : HiveException($"{model} {id} {(current is null ? "was removed" : "was changed")} since it was read. Read it again and decide anew.")
{
    /// <summary>The model.</summary>
    public string Model { get; } = model;

    /// <summary>The record's id as text.</summary>
    public string Id { get; } = id;

    /// <summary>The record as it is now, of the model's class; null when it is gone.</summary>
    public object? Current { get; } = current;
}
