using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>Decides from the target's cursor whether this Hive may go on.</summary>
/// <param name="Verdict">The decision.</param>
/// <param name="Reason">Why it is not simply Continue.</param>
internal readonly record struct CursorCheck(CursorVerdict Verdict, string? Reason)
{
    /// <summary>Decides.</summary>
    /// <param name="cursor">What the target remembers.</param>
    /// <param name="memory">What the Hive remembers of the target.</param>
    /// <param name="sessions">Every opening of the Hive.</param>
    /// <param name="trimmedTo">The newest change that the log has lost.</param>
    public static CursorCheck Of(TargetCursor? cursor, TargetMemory? memory, SessionLog sessions, long trimmedTo)
    {
        if (cursor is null)
        {
            return new(CursorVerdict.Fresh, "it has no cursor of this Hive");
        }

        int epoch = memory?.Epoch ?? cursor.Epoch;
        if (cursor.Epoch > epoch)
        {
            return new(CursorVerdict.Foreign, $"its cursor is of epoch {cursor.Epoch}, this Hive is at epoch {epoch}: another copy of the Hive adopted it, or this Hive is a restored backup");
        }

        if (cursor.Epoch < epoch)
        {
            return new(CursorVerdict.Fresh, $"it was adopted with epoch {epoch}");
        }

        long high = Math.Max(cursor.Seq, cursor.High);
        if (!sessions.Covers(cursor.Session, high, out long last))
        {
            string why = sessions.Knows(cursor.Session)
                ? $"it has heard of change {high}, but the session that wrote it ended at {last} in this Hive"
                : $"its cursor was written by session {cursor.Session}, which this Hive never had";
            return new(CursorVerdict.Foreign, why + ": this Hive is a restored backup, or a second copy of it is live");
        }

        if (memory is not null && cursor.Seq < memory.Seq)
        {
            return new(CursorVerdict.Fresh, $"its cursor is at change {cursor.Seq}, though it had confirmed {memory.Seq}: it was restored from a backup");
        }

        return memory is null && cursor.Seq < trimmedTo
            ? new(CursorVerdict.Fresh, $"its cursor is at change {cursor.Seq}, and the log is trimmed up to {trimmedTo}")
            : new(CursorVerdict.Continue, null);
    }
}
