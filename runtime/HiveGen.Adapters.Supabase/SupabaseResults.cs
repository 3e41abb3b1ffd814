using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Supabase;

/// <summary>Reads what <c>hive_apply</c> made of a batch: how many rows it wrote, and of the others why not.</summary>
internal static class SupabaseResults
{
    /// <summary>One outcome an item.</summary>
    /// <exception cref="FormatException">The answer does not fit the batch.</exception>
    public static ItemOutcome[] Read(JsonElement answer, IReadOnlyList<SyncItem> items)
    {
        ItemOutcome[] outcomes = new ItemOutcome[items.Count];
        JsonElement others = answer.GetProperty("others"u8);
        foreach (JsonElement other in others.EnumerateArray())
        {
            int index = other.GetProperty("n"u8).GetInt32();
            outcomes[index] = Outcome(items[index], other);
        }

        // The default of an outcome is Applied: what the function did not write and did not name must not pass for it.
        return answer.GetProperty("written"u8).GetInt32() + others.GetArrayLength() == items.Count
            ? outcomes
            : throw new FormatException("The function did not tell of every row.");
    }

    private static ItemOutcome Outcome(in SyncItem item, JsonElement other)
    {
        if (other.TryGetProperty("code"u8, out JsonElement code))
        {
            return new ItemOutcome(SupabaseErrors.OfRow(code.GetString()!), $"{other.GetProperty("error"u8).GetString()} ({code.GetString()})");
        }

        if (other.GetProperty("home"u8).GetString() is not { } home)
        {
            return new ItemOutcome(ItemStatus.Permanent, $"The database did not write {item.Model.Name} {item.RecordId} and did not say why: a trigger of its own left it out.");
        }

        if (home != item.Home)
        {
            return new ItemOutcome(ItemStatus.Conflict, $"{item.Model.Name} {item.RecordId} belongs to '{home}', which wrote it first; '{item.Home}' may not change it.");
        }

        return item is { Kind: SyncItemKind.Merge, Record: not null }
            ? new ItemOutcome(ItemStatus.Conflict, $"{item.Model.Name} {item.RecordId} was deleted here: an update cannot bring it back, a create can.")
            : new ItemOutcome(ItemStatus.Stale);
    }
}
