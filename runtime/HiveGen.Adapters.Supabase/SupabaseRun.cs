using HiveGen.Targets;

namespace HiveGen.Adapters.Supabase;

/// <summary>Items of a batch that one of the migration's functions takes at once: of one model, one kind, one home.</summary>
/// <param name="Start">The first.</param>
/// <param name="End">The first behind them.</param>
internal readonly record struct SupabaseRun(int Start, int End)
{
    /// <summary>The run that begins here.</summary>
    public static SupabaseRun From(IReadOnlyList<SyncItem> items, int start)
    {
        SyncItem first = items[start];
        int end = start + 1;
        while (end < items.Count && items[end] is { } next && next.Model == first.Model && next.Kind == first.Kind && next.Home == first.Home)
        {
            end++;
        }

        return new SupabaseRun(start, end);
    }
}
