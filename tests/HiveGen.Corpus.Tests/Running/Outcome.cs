namespace HiveGen.Corpus;

/// <summary>What came of a case.</summary>
/// <param name="Id">The case.</param>
/// <param name="Difference">How it differs from the recording; null where it does not.</param>
/// <param name="Otherwise">Why it is not answered as recorded, on purpose or for want of a feature; null where it is.</param>
internal sealed record Outcome(string Id, string? Difference, string? Otherwise)
{
    public bool Same => Difference is null && Otherwise is null;
}
