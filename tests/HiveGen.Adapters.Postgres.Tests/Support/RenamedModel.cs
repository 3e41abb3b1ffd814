using System.Text.Json.Serialization.Metadata;
using HiveGen.Storage;

namespace HiveGen.Adapters.Postgres.Tests;

/// <summary>A model under another sync name, with another last column.</summary>
internal sealed class RenamedModel(SyncModel model, string name, string? lastColumn = null) : SyncModel
{
    public override string Name => name;

    public override string ModelName => model.ModelName;

    public override Type RecordType => model.RecordType;

    public override IJsonTypeInfoResolver? Json => model.Json;

    public override IReadOnlyList<SyncField> Fields { get; } = [.. model.Fields.SkipLast(1), lastColumn is null ? model.Fields[^1] : model.Fields[^1] with { Column = lastColumn }];

    public override IReadOnlyList<object> Mappings => model.Mappings;

    public override PreparedSql SelectById => model.SelectById;

    public override PreparedSql SelectFirst => model.SelectFirst;

    public override PreparedSql SelectAfter => model.SelectAfter;

    public override SyncRecord Create() => model.Create();

    public override SyncRecord Read(FieldSource row) => model.Read(row);

    public override void Write(SyncRecord record, FieldSink sink) => model.Write(record, sink);

    public override SqlValue IdOf(SyncRecord record) => model.IdOf(record);

    public override void SetId(SyncRecord record, in SqlValue id) => model.SetId(record, id);

    public override bool TryParseId(string recordId, out SqlValue id) => model.TryParseId(recordId, out id);

    public override void Merge(SyncRecord into, SyncRecord given) => model.Merge(into, given);

    public override void FillDefaults(SyncRecord record, DateTimeOffset now) => model.FillDefaults(record, now);

    public override void Validate(SyncRecord record, SyncOperation operation, ref Violations violations) => model.Validate(record, operation, ref violations);
}
