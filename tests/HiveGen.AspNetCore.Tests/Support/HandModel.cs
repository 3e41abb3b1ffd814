using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.AspNetCore.Tests;

/// <summary>A model as the generator writes one, without its SQL, which the router never asks for.</summary>
public abstract class HandModel<TRecord> : SyncModel
    where TRecord : SyncRecord, new()
{
    public override Type RecordType => typeof(TRecord);

    public override IReadOnlyList<object> Mappings => [];

    public override PreparedSql SelectById => throw new NotSupportedException();

    public override PreparedSql SelectFirst => throw new NotSupportedException();

    public override PreparedSql SelectAfter => throw new NotSupportedException();

    public override SyncRecord Create() => new TRecord();

    public override SyncRecord Read(FieldSource row) => throw new NotSupportedException();

    public override void Write(SyncRecord record, FieldSink sink) => throw new NotSupportedException();

    public override SqlValue IdOf(SyncRecord record) => IdOf((TRecord)record);

    public override void SetId(SyncRecord record, in SqlValue id) => SetId((TRecord)record, id);

    public override void Merge(SyncRecord into, SyncRecord given) => Merge((TRecord)into, (TRecord)given);

    public override void FillDefaults(SyncRecord record, DateTimeOffset now) => FillDefaults((TRecord)record, now);

    public override void Validate(SyncRecord record, SyncOperation operation, ref Violations violations)
        => Validate((TRecord)record, operation == SyncOperation.Create, ref violations);

    protected abstract SqlValue IdOf(TRecord record);

    protected abstract void SetId(TRecord record, SqlValue id);

    protected abstract void Merge(TRecord into, TRecord given);

    protected abstract void FillDefaults(TRecord record, DateTimeOffset now);

    protected abstract void Validate(TRecord record, bool create, ref Violations violations);
}
