using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Convex;

/// <summary>Reads what <c>apply</c> made of a batch: of each table, what became of its rows in their order.</summary>
internal static class ConvexResults
{
    /// <summary>One outcome an item.</summary>
    /// <exception cref="FormatException">The answer does not fit the batch.</exception>
    public static ItemOutcome[] Read(JsonElement answer, IReadOnlyList<SyncItem> items)
    {
        ItemOutcome[] outcomes = new ItemOutcome[items.Count];
        Dictionary<SyncModel, int> next = [];
        for (int index = 0; index < outcomes.Length; index++)
        {
            SyncItem item = items[index];
            int row = next.GetValueOrDefault(item.Model);
            next[item.Model] = row + 1;
            outcomes[index] = Outcome(item, answer.GetProperty(ConvexNames.Of(item.Model).Table)[row]);
        }

        return outcomes;
    }

    private static ItemOutcome Outcome(in SyncItem item, JsonElement result)
    {
        if (result.ValueKind == JsonValueKind.Object)
        {
            return new ItemOutcome(ItemStatus.Conflict, $"{item.Model.Name} {item.RecordId} belongs to '{result.GetProperty("conflict"u8).GetString()}', which wrote it first; '{item.Home}' may not change it.");
        }

        return result.GetString() switch
        {
            "applied" => new ItemOutcome(ItemStatus.Applied),
            "stale" => new ItemOutcome(ItemStatus.Stale),
            "deleted" => new ItemOutcome(ItemStatus.Conflict, $"{item.Model.Name} {item.RecordId} was deleted here: an update cannot bring it back, a create can."),
            _ => throw new FormatException("The function gave an outcome that is none."),
        };
    }
}
