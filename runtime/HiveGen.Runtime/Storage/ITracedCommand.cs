namespace HiveGen.Storage;

/// <summary>Marks a write of the app, which gets a span when somebody listens; the Hive's own bookkeeping gets none.</summary>
internal interface ITracedCommand
{
    /// <summary>What it does, in one word.</summary>
    string Operation { get; }

    /// <summary>The model's class name; null when it may be several.</summary>
    string? Model { get; }
}
