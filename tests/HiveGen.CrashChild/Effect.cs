namespace HiveGen.CrashChild;

/// <summary>What becomes of a record: its new value (<see cref="Note.Value"/>, <see cref="Shelf.Value"/>), or null when it is removed.</summary>
public readonly record struct Effect(string Id, string? Value);
