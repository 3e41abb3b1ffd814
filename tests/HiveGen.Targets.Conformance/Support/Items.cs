namespace HiveGen.Targets.Conformance;

/// <summary>Models and items of them.</summary>
public static class Items
{
    /// <summary>The Hive that most items belong to.</summary>
    public const string Home = "hive_1";

    /// <summary>Every model of the suite.</summary>
    public static IReadOnlyList<SyncModel> Models { get; } = [.. Hive.Schema.Models.Select(static model => model.Sync).OfType<SyncModel>()];

    /// <summary>The model of notes.</summary>
    public static SyncModel Notes { get; } = Of<NoteSync>();

    /// <summary>The model of a sync record.</summary>
    public static SyncModel Of<TRecord>()
        where TRecord : SyncRecord
        => Models.Single(static model => model.RecordType == typeof(TRecord));

    /// <summary>A whole note.</summary>
    public static SyncItem Note(string id, long version, string title = "title", string? body = null, string home = Home)
        => Item(id, version, new NoteSync { Id = id, Title = title, Body = body, State = "open", Rank = 1, CreatedAt = DateTimeOffset.UnixEpoch }, home);

    /// <summary>A whole record.</summary>
    public static SyncItem Item<TRecord>(string recordId, long version, TRecord record, string home = Home)
        where TRecord : SyncRecord
        => new(Of<TRecord>(), IdOf(Of<TRecord>(), recordId), recordId, version, home, record);

    /// <summary>A removal.</summary>
    public static SyncItem Gone<TRecord>(string recordId, long version, string home = Home)
        where TRecord : SyncRecord
        => new(Of<TRecord>(), IdOf(Of<TRecord>(), recordId), recordId, version, home, null);

    /// <summary>The removal of a note.</summary>
    public static SyncItem Gone(string id, long version, string home = Home) => Gone<NoteSync>(id, version, home);

    /// <summary>What the router makes of an unversioned request: the defaults are in the record and do not count as given.</summary>
    public static SyncItem Merge(string id, SyncOperation operation, NoteSync? record)
    {
        if (record is not null)
        {
            record.Id = id;
            FieldSet given = record.Given;
            Notes.FillDefaults(record, DateTimeOffset.UnixEpoch);
            record.Regard(given);
        }

        return new(Notes, SqlValue.From(id), id, 0, "http", record, SyncItemKind.Merge) { Operation = operation };
    }

    private static SqlValue IdOf(SyncModel model, string recordId)
        => model.TryParseId(recordId, out SqlValue id) ? id : throw new ArgumentException($"'{recordId}' is no id of {model.Name}.", nameof(recordId));
}
