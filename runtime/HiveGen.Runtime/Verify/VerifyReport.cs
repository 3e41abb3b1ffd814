namespace HiveGen;

/// <summary>What a comparison of a target with the Hive found.</summary>
/// <param name="Target">The target.</param>
/// <param name="Records">The records that were compared.</param>
/// <param name="Differences">What differs: the first of it, if it is more than <see cref="VerifyOptions.MaxDifferences"/>.</param>
/// <param name="Different">How many rows differ, those that are not listed included.</param>
/// <param name="Unsettled">Records that changed, or waited for a retry, whenever they were looked at: nothing is said of them.</param>
/// <param name="Repaired">How many records were marked to be sent again.</param>
/// <param name="Adopted">Whether the target got a new epoch, so that everything is sent again: versions were above the Hive's.</param>
public sealed record VerifyReport(
    string Target,
    long Records,
    IReadOnlyList<VerifyDifference> Differences,
    long Different,
    long Unsettled,
    long Repaired,
    bool Adopted)
{
    /// <summary>Whether nothing differs.</summary>
    public bool Equal => Different == 0;
}
