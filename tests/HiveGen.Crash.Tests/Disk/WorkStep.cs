using HiveGen.CrashChild;

namespace HiveGen.Tests;

/// <summary>One write, and what it makes of what was there.</summary>
/// <param name="Run">Writes it.</param>
/// <param name="Apply">Gives what must be there afterwards.</param>
internal sealed record WorkStep(Func<Hive, Task> Run, Func<SortedDictionary<string, string>, SortedDictionary<string, string>> Apply);
