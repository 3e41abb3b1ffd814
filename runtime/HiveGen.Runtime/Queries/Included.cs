namespace HiveGen;

/// <summary>A record with the one it links to.</summary>
/// <param name="Record">The record.</param>
/// <param name="Linked">The linked record; null when the link is null.</param>
public sealed record Included<TRecord, TLinked>(TRecord Record, TLinked? Linked)
    where TRecord : class
    where TLinked : class;
