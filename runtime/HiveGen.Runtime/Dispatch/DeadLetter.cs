namespace HiveGen;

/// <summary>A record that a target does not accept, and that needs a person. It is kept until it is retried, discarded, or changed.</summary>
/// <param name="Target">The target.</param>
/// <param name="Model">The sync name of the record's model.</param>
/// <param name="RecordId">The record's id, as the wire spells it.</param>
/// <param name="Seq">The change that was refused.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Error">The target's own words.</param>
/// <param name="FirstFailedAt">When it was refused first; null when an older HiveGen did not note it.</param>
/// <param name="LastFailedAt">When it was refused last; null when an older HiveGen did not note it.</param>
public sealed record DeadLetter(string Target, string Model, string RecordId, long Seq, int Attempts, string Error, DateTimeOffset? FirstFailedAt, DateTimeOffset? LastFailedAt)
{
    internal SqlValue Id { get; init; }
}
