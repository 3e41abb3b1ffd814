using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>An item with what the dispatcher knows of it.</summary>
/// <param name="Item">The item.</param>
/// <param name="Bytes">About how large its fields are.</param>
/// <param name="Attempts">How often it failed before.</param>
internal readonly record struct Outgoing(SyncItem Item, int Bytes, int Attempts);
