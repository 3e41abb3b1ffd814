namespace HiveGen.Dispatch;

/// <summary>
/// How long the oldest unsent change has waited, from samples of the log's end: the log itself holds no times. Not
/// thread-safe.
/// </summary>
internal sealed class UnsentAge(TimeProvider clock)
{
    private const int MaxSamples = 256;

    private readonly List<(long Seq, long At)> samples = [];

    /// <summary>Notes that the log ends here now.</summary>
    public void Sample(long maxSeq)
    {
        if (samples.Count > 0 && samples[^1].Seq >= maxSeq)
        {
            return;
        }

        if (samples.Count >= MaxSamples)
        {
            Thin();
        }

        samples.Add((maxSeq, clock.GetTimestamp()));
    }

    /// <summary>Notes that everything up to here was sent.</summary>
    public void Sent(long seq)
    {
        int sent = 0;
        while (sent < samples.Count && samples[sent].Seq <= seq)
        {
            sent++;
        }

        samples.RemoveRange(0, sent);
    }

    /// <summary>The age of the oldest unsent change; zero when there is none.</summary>
    public TimeSpan Oldest => samples.Count == 0 ? TimeSpan.Zero : clock.GetElapsedTime(samples[0].At);

    // Every second sample goes, never the oldest: the age may be told too high by a sample's distance, never too low.
    private void Thin()
    {
        int kept = 0;
        for (int index = 0; index < samples.Count; index += 2)
        {
            (long seq, long at) = samples[index];
            samples[kept++] = (index + 1 < samples.Count ? samples[index + 1].Seq : seq, at);
        }

        samples.RemoveRange(kept, samples.Count - kept);
    }
}
