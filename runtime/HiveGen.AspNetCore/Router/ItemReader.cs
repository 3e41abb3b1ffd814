using HiveGen.Targets;

namespace HiveGen.Router;

/// <summary>Makes the items of a request's entries. For one request.</summary>
internal ref struct ItemReader
{
    private readonly ReadOnlySpan<byte> body;
    private readonly SyncRequest request;
    private readonly TimeProvider clock;
    private DateTimeOffset? now;

    public ItemReader(ReadOnlySpan<byte> body, SyncRequest request, TimeProvider clock)
    {
        this.body = body;
        this.request = request;
        this.clock = clock;
    }

    // Every record of a batch gets the same time.
    private DateTimeOffset Now => now ??= clock.GetUtcNow();

    /// <summary>The item of an entry; false, with every reason noted, when there is none.</summary>
    public bool TryRead(in SyncEntry entry, ref Violations violations, out SyncItem item)
    {
        item = default;
        RecordReader reader = request.Reader!;
        SqlValue id = default;
        if (entry.RecordId is { } recordId && !reader.Model.TryParseId(recordId, out id))
        {
            violations.Add("recordId", $"is no id of {reader.Model.Name}.");
        }

        CheckVersion(request, entry, ref violations);
        bool delete = request.Operation == SyncOperation.Delete;
        if (!delete && entry.Data == 0 && !violations.Any)
        {
            violations.Add("data", "is required, except for a delete.");
        }

        if (violations.Any)
        {
            return false;
        }

        violations = entry.DataViolations;
        reader.CheckIds(body, entry, id, ref violations);
        SyncRecord? record = violations.Any || delete ? null : Complete(reader.Model, entry.Record!, id, ref violations);
        if (violations.Any)
        {
            return false;
        }

        item = new SyncItem(reader.Model, id, entry.RecordId!, entry.Version ?? 0, request.Home ?? SyncItems.HttpHome, record, request.Home is null ? SyncItemKind.Merge : SyncItemKind.State)
        {
            Operation = request.Operation,
        };
        return true;
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
    private SyncRecord Complete(SyncModel model, SyncRecord record, in SqlValue id, ref Violations violations)
    {
        model.SetId(record, id);
        bool whole = request.Home is not null || request.Operation == SyncOperation.Create;
        model.Validate(record, whole ? SyncOperation.Create : SyncOperation.Update, ref violations);
        if (violations.Any)
        {
            return record;
        }

        FieldSet given = record.Given;
        if (given.Count == model.Fields.Count)
        {
            return record;
        }

        model.FillDefaults(record, Now);
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
