using HiveGen.Targets;

namespace HiveGen.Adapters.Http;

/// <summary>Makes items of what a caller gives by hand.</summary>
internal static class ClientItems
{
    private const string HttpHome = "http";

    /// <summary>The item, in the original's way: without a version, to be merged in the order of arrival.</summary>
    /// <exception cref="ArgumentException">The model is unknown, the data is another model's, or the id is none.</exception>
    public static SyncItem Of(IReadOnlyList<SyncModel> models, string model, SyncOperation operation, RecordData record)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(record);
        SyncModel known = models.FirstOrDefault(one => one.Name == model)
            ?? throw new ArgumentException($"'{model}' is no synced model. There are: {string.Join(", ", models.Select(static one => one.Name))}.", nameof(model));
        if (record.RecordId is null || !known.TryParseId(record.RecordId, out SqlValue id))
        {
            throw new ArgumentException($"'{record.RecordId}' is no id of {model}.", nameof(record));
        }

        if (operation == SyncOperation.Delete)
        {
            return new SyncItem(known, id, record.RecordId, 0, HttpHome, null, SyncItemKind.Merge) { Operation = operation };
        }

        return record.Data is { } data && data.GetType() == known.RecordType
            ? new SyncItem(known, id, record.RecordId, 0, HttpHome, data, SyncItemKind.Merge) { Operation = operation }
            : throw new ArgumentException($"The data of {model} {record.RecordId} must be a {known.RecordType.Name}, except for a delete.", nameof(record));
    }
}
