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
            record = Complete(request, reader.Model, record, now, ref violations);
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

    // A versioned record is whole, whatever the operation is called. Defaults are filled in here and nowhere else, so that what was
    // validated is what is stored; over a stored row only what was given counts.
    private static SyncRecord Complete(SyncRequest request, SyncModel model, SyncRecord record, DateTimeOffset now, ref Violations violations)
    {
        bool whole = request.Home is not null || request.Operation == SyncOperation.Create;
        model.Validate(record, whole ? SyncOperation.Create : SyncOperation.Update, ref violations);
        if (violations.Any)
        {
            return record;
        }

        FieldSet given = record.Given;
        model.FillDefaults(record, now);
        FieldSet all = record.Given;
        if (all.Equals(given))
        {
            return record;
        }

        Violations ofDefaults = default;
        record.Regard(all.Without(given));
        model.Validate(record, SyncOperation.Update, ref ofDefaults);
        record.Regard(request.Home is null ? given : all);
        if (ofDefaults.Any && whole)
        {
            violations = ofDefaults;
        }

        return ofDefaults.Any && !whole ? WithoutDefaults(model, record) : record;
    }

    // A default that breaks a rule must not refuse an update of other fields.
    private static SyncRecord WithoutDefaults(SyncModel model, SyncRecord record)
    {
        SyncRecord bare = model.Create();
        model.Merge(bare, record);
        return bare;
    }
}
