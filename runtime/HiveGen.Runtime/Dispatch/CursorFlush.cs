using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>Has a target store a cursor that follows its data.</summary>
internal static class CursorFlush
{
    /// <summary>Tries it.</summary>
    /// <returns>Whether the target keeps it. Where not, a restart repeats what came since, and what is wrong the next batch hears.</returns>
    public static async ValueTask<bool> TryAsync(TargetContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await Deadline.RunAsync(
                context,
                true,
                static async (target, kept, token) =>
                {
                    await target.FlushCursorAsync(token).ConfigureAwait(false);
                    return kept;
                },
                context.Options.SendTimeout,
                cancellationToken).ConfigureAwait(false);
        }
        catch (TargetException)
        {
            return false;
        }
    }
}
