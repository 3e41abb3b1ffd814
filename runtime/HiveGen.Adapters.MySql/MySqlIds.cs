using HiveGen.Targets;

namespace HiveGen.Adapters.MySql;

/// <summary>What an id must be, so that MySQL keeps it apart from every other one.</summary>
internal static class MySqlIds
{
    private const int MaxLength = 191;

    /// <summary>Why MySQL would take this item's id for another one, or cut it; null when it would not.</summary>
    public static string? Problem(in SyncItem item) => item.Id.Kind != SqlKind.Text ? null
        : item.RecordId.EndsWith(' ') ? $"{item.Model.Name} '{item.RecordId}' ends with a space, which MySQL does not see when it compares: give the record another id."
        : item.RecordId.Length > MaxLength ? $"{item.Model.Name} has an id of {item.RecordId.Length} characters, and MySQL's key has room for {MaxLength}: give the record a shorter id."
        : null;

    /// <summary>The ids of some items, with commas.</summary>
    public static MySqlText Add(MySqlText text, IReadOnlyList<SyncItem> items, int start, int count)
    {
        for (int index = start; index < start + count; index++)
        {
            text.Add(index == start ? "" : ",").Id(items[index].Id);
        }

        return text;
    }

    /// <summary>Ids, with commas.</summary>
    public static MySqlText Add(MySqlText text, IReadOnlyList<SqlValue> ids)
    {
        for (int index = 0; index < ids.Count; index++)
        {
            text.Add(index == 0 ? "" : ",").Id(ids[index]);
        }

        return text;
    }
}
