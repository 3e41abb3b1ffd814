namespace HiveGen.Targets.Conformance;

/// <summary>Rows as lines of text, which a failing test shows side by side.</summary>
public static class RowText
{
    /// <summary>A row with its bookkeeping.</summary>
    public static string Of(SyncModel model, StoredRow row)
        => $"{model.Name} '{row.RecordId}' v{row.Version} {row.Home} {(row.Deleted ? "ghost" : "live")} {Values(model, row.Values)}";

    /// <summary>The row that an item leaves.</summary>
    public static string Of(SyncItem item) => Of(item.Model, new StoredRow(item.RecordId, item.Version, item.Record is null, item.Home, ValuesOf(item)));

    /// <summary>The fields, without nulls.</summary>
    public static string Values(SyncModel model, IReadOnlyList<object?> values)
    {
        Assert.Equal(model.Fields.Count, values.Count);
        return string.Join(" ", model.Fields.Zip(values).Where(static pair => pair.Second is not null).Select(static pair => $"{pair.First.Name}={StoredValue.TextOf(pair.First, pair.Second)}"));
    }

    private static IReadOnlyList<object?> ValuesOf(SyncItem item)
    {
        SyncRecord record = item.Record ?? item.Model.Create();
        item.Model.SetId(record, item.Id);
        return item.Record is null
            ? [ValueSink.Of(item.Model, record)[0], .. Enumerable.Repeat<object?>(null, item.Model.Fields.Count - 1)]
            : ValueSink.Of(item.Model, record);
    }
}
