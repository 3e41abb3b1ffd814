namespace HiveGen;

/// <summary>A backup that was made and checked.</summary>
/// <param name="Path">Its absolute path.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Seq">The newest change that is in it.</param>
public sealed record BackupResult(string Path, long Bytes, long Seq);
