using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>What becomes of a record that its target did not take.</summary>
internal static class Refusal
{
    private const string NoWords = "no reason given";

    // A record that only waits for another is looked at now and then: its parent's arrival wakes it anyway.
    private const int PatientStep = 5;

    /// <summary>It is tried again; it dies when both its tries and its time are used up.</summary>
    public static ParkedChange Later(TargetContext context, in Outgoing sent, string? error)
    {
        int attempts = sent.Attempts + 1;
        long now = context.NowMicros;
        bool old = now - First(sent, now) >= UnixMicros.Write(context.Options.DeadAge);
        return Make(sent, attempts, now, now + Wait(context, attempts), error, dead: old && attempts >= context.Options.DeadAttempts);
    }

    /// <summary>It is tried again, and this try does not count.</summary>
    public static ParkedChange Uncounted(TargetContext context, in Outgoing sent, string? error)
    {
        long now = context.NowMicros;
        return Make(sent, sent.Attempts, now, now + Wait(context, Math.Max(sent.Attempts, PatientStep)), error, dead: false);
    }

    /// <summary>It needs a person.</summary>
    public static ParkedChange Dead(TargetContext context, in Outgoing sent, string? error)
    {
        long now = context.NowMicros;
        return Make(sent, sent.Attempts + 1, now, now, error, dead: true);
    }

    private static ParkedChange Make(in Outgoing sent, int attempts, long now, long nextAt, string? error, bool dead)
    {
        SyncItem item = sent.Item;
        return new ParkedChange(item.Model.Name, item.Id, SyncVersion.SeqOf(item.Version), attempts, nextAt, error ?? NoWords, dead, First(sent, now), now);
    }

    private static long First(in Outgoing sent, long now) => sent.FirstAt == 0 ? now : sent.FirstAt;

    private static long Wait(TargetContext context, int attempts) => UnixMicros.Write(RetryDelay.After(context.Options, attempts));
}
