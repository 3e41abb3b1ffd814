namespace HiveGen.Dispatch;

/// <summary>Counts and logs the records that a round parked, once that is stored.</summary>
internal static class RoundLog
{
    public static void Tell(TargetContext context, RoundNotes notes)
    {
        foreach (ParkedChange parked in notes.Park)
        {
            if (parked.Dead)
            {
                context.Metrics.Dead(context.Name, parked.Model);
                SyncLog.Dead(context.Logger, parked.Model, parked.Id.ToString(), context.Name, parked.Error);
            }
            else
            {
                context.Metrics.Parked(context.Name, parked.Model);
                SyncLog.Parked(context.Logger, parked.Model, parked.Id.ToString(), context.Name, parked.Attempts, parked.Error);
            }
        }
    }
}
