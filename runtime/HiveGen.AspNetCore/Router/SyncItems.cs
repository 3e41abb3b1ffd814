using System.Runtime.InteropServices;
using HiveGen.Targets;

namespace HiveGen.Router;

/// <summary>
/// The items of a request for the target, each record at most once, and the result of each entry that got none. An entry that is
/// wrong stands for itself alone. Requests of the original's kind that name a record twice are merged in arrival order.
/// </summary>
internal sealed class SyncItems
{
    /// <summary>The home of records that came without a version.</summary>
    public const string HttpHome = "http";

    private readonly SyncRequest request;
    private readonly ItemResult[] results;
    private readonly int[] itemOfEntry;
    private readonly List<SyncItem> items;

    private SyncItems(SyncRequest request)
    {
        this.request = request;
        results = new ItemResult[request.Entries.Count];
        itemOfEntry = new int[results.Length];
        items = new List<SyncItem>(results.Length);
    }

    /// <summary>What goes to the target.</summary>
    public IReadOnlyList<SyncItem> Items => items;

    /// <summary>Makes the items of a request and checks every record.</summary>
    public static SyncItems Read(ReadOnlySpan<byte> body, SyncRequest request, TimeProvider clock)
    {
        SyncItems all = new(request);
        Dictionary<SqlValue, int>? known = request.Entries.Count > 1 ? new(request.Entries.Count) : null;
        ItemReader reader = new(body, request, clock);
        Span<SyncEntry> entries = CollectionsMarshal.AsSpan(request.Entries);
        for (int i = 0; i < all.results.Length; i++)
        {
            ref readonly SyncEntry entry = ref entries[i];
            Violations violations = entry.Violations;
            if (!reader.TryRead(entry, ref violations, out SyncItem item) || !all.Add(item, i, known, ref violations))
            {
                all.itemOfEntry[i] = -1;
                all.results[i] = new ItemResult(entry.RecordId, "invalid", SyncProblem.Invalid(violations.Errors));
            }
        }

        return all;
    }

    /// <summary>The results of all entries, with what the target made of its items.</summary>
    public ItemResult[] Finish(IReadOnlyList<ItemOutcome> outcomes)
    {
        for (int i = 0; i < results.Length; i++)
        {
            if (itemOfEntry[i] >= 0)
            {
                results[i] = ItemResult.Of(request.Entries[i].RecordId, outcomes[itemOfEntry[i]]);
            }
        }

        return results;
    }

    private bool Add(in SyncItem item, int entry, Dictionary<SqlValue, int>? known, ref Violations violations)
    {
        if (known is null || known.TryAdd(item.Id, items.Count))
        {
            itemOfEntry[entry] = items.Count;
            items.Add(item);
            return true;
        }

        int first = known[item.Id];
        if (item.Kind == SyncItemKind.State)
        {
            violations.Add("recordId", "is in this batch before; a versioned record may be there once.");
            return false;
        }

        if (item.Record is not null)
        {
            item.Model.Merge(items[first].Record!, item.Record);
        }

        itemOfEntry[entry] = first;
        return true;
    }
}
