namespace HiveGen;

/// <summary>How far a comparison has come.</summary>
/// <param name="Model">The sync name of the model.</param>
/// <param name="Records">How many of its records were read.</param>
public readonly record struct VerifyProgress(string Model, long Records);
