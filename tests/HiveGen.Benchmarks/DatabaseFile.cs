namespace HiveGen.Benchmarks;

/// <summary>A file for one contestant and one measurement.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Synchronous">The pragma: NORMAL or FULL.</param>
/// <param name="Capture">Whether the file's triggers write the change log; otherwise the contestant writes it.</param>
internal sealed record DatabaseFile(string Path, string Synchronous, bool Capture);
