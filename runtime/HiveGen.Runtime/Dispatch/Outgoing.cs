using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>An item with what the dispatcher knows of it.</summary>
/// <param name="Item">The item.</param>
/// <param name="Bytes">About how large its fields are.</param>
/// <param name="Attempts">How often it failed before.</param>
/// <param name="FirstAt">When it failed first, in Unix microseconds; 0 when it did not.</param>
internal readonly record struct Outgoing(SyncItem Item, int Bytes, int Attempts, long FirstAt);
