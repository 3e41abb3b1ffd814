namespace HiveGen.Dispatch;

/// <summary>How far a full load has come.</summary>
internal readonly record struct LoadStep(string Model, SqlValue LastId, bool Done);
