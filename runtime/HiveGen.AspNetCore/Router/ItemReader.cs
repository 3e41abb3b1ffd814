using HiveGen.Targets;

namespace HiveGen.Router;

/// <summary>Makes the item of one entry, or notes every reason why there is none.</summary>
internal static class ItemReader
{
    public static SyncItem? Read(ReadOnlySpan<byte> body, SyncRequest request, in SyncEntry entry, RecordBuffer buffer, int maxDepth, DateTimeOffset now, ref Violations violations)
    {
        RecordReader reader = request.Reader!;
        SqlValue id = default;
        if (entry.RecordId is { } recordId && !reader.Model.TryParseId(recordId, out id))
        {
            violations.Add("recordId", $"is no id of {reader.Model.Name}.");
        }

        CheckVersion(request, entry, ref violations);
        bool delete = request.Operation == SyncOperation.Delete;
        if (!delete && !entry.HasData && !violations.Any)
        {
            violations.Add("data", "is required, except for a delete.");
        }

        if (violations.Any)
        {
            return null;
        }

        SyncRecord? record = entry.HasData ? reader.Read(body[entry.Data], id, buffer, maxDepth, ref violations) : null;
        if (!delete && record is not null)
        {
            Check(request, reader.Model, record, now, ref violations);
        }

        return violations.Any ? null
            : request.Home is null ? new SyncItem(reader.Model, id, entry.RecordId!, 0, SyncItems.HttpHome, delete ? null : record, SyncItemKind.Merge) { Operation = request.Operation }
            : new SyncItem(reader.Model, id, entry.RecordId!, entry.Version!.Value, request.Home, delete ? null : record) { Operation = request.Operation };
    }

    private static void CheckVersion(SyncRequest request, in SyncEntry entry, ref Violations violations)
    {
        if (request.Home is null && entry.Version is not null)
        {
            violations.Add("home", "is required where there is a version: the id of the Hive that sends it.");
        }
        else if (request.Home is not null && entry.Version is null && !violations.Any)
        {
            violations.Add("version", "is required where there is a home.");
        }
    }

    // A versioned record is whole, whatever the operation is called. An unversioned create is checked as it will be where nothing is
    // stored, but goes to the target without the defaults: over a stored row only what was given counts.
    private static void Check(SyncRequest request, SyncModel model, SyncRecord record, DateTimeOffset now, ref Violations violations)
    {
        if (request.Home is not null)
        {
            model.FillDefaults(record, now);
            model.Validate(record, SyncOperation.Create, ref violations);
        }
        else if (request.Operation == SyncOperation.Create)
        {
            SyncRecord whole = model.Create();
            model.Merge(whole, record);
            model.FillDefaults(whole, now);
            model.Validate(whole, SyncOperation.Create, ref violations);
        }
        else
        {
            model.Validate(record, SyncOperation.Update, ref violations);
        }
    }
}
