namespace HiveGen;

/// <summary>A record with those that link to it.</summary>
/// <param name="Record">The record.</param>
/// <param name="Linking">The records that link to it; empty when there are none.</param>
public sealed record IncludedMany<TRecord, TMany>(TRecord Record, IReadOnlyList<TMany> Linking)
    where TRecord : class
    where TMany : class;
