using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>The synced side of a table of texts, with whatever columns a test wants to leave the Hive.</summary>
public sealed class TestSync : SyncModel
{
    private readonly string[] columns;

    public TestSync(string name, params string[] columns)
    {
        Name = name;
        this.columns = columns;
        Fields = [.. columns.Select(static column => new SyncField(column, column, column, SyncType.Text, column != "id", column == "id"))];
        string select = $"SELECT {string.Join(", ", columns.Select(static column => $"\"{column}\""))} FROM \"{name}\" ";
        SelectById = new(select + "WHERE \"id\" = ?1");
        SelectFirst = new(select + "ORDER BY \"id\" LIMIT ?1");
        SelectAfter = new(select + "WHERE \"id\" > ?1 ORDER BY \"id\" LIMIT ?2");
    }

    /// <summary>Makes the mappings, by the columns.</summary>
    public static Func<TestSync, object>? Map { get; set; }

    /// <summary>Told the id of each record that is read, before it is given out.</summary>
    public Action<string>? Reading { get; set; }

    public override string Name { get; }

    public override string ModelName => Name;

    public override Type RecordType => typeof(TestRecord);

    public override IReadOnlyList<SyncField> Fields { get; }

    public override IReadOnlyList<object> Mappings => field ??= Map is null ? [] : [Map(this)];

    public override PreparedSql SelectById { get; }

    public override PreparedSql SelectFirst { get; }

    public override PreparedSql SelectAfter { get; }

    public override SyncRecord Create() => new TestRecord(columns.Length);

    public override SyncRecord Read(FieldSource row)
    {
        TestRecord record = new(columns.Length);
        for (int field = 0; field < columns.Length; field++)
        {
            record[field] = SqlValue.From(row.Text(field));
        }

        Reading?.Invoke(record[0].Text!);
        return record[^1].Text == "unreadable" ? throw new HiveException("this row is spoilt") : record;
    }

    public override void Write(SyncRecord record, FieldSink sink)
    {
        for (int field = 0; field < columns.Length; field++)
        {
            sink.Write(field, ((TestRecord)record)[field].Text);
        }
    }

    public override SqlValue IdOf(SyncRecord record) => ((TestRecord)record)[0];

    public override void SetId(SyncRecord record, in SqlValue id) => ((TestRecord)record)[0] = id;

    public override bool TryParseId(string recordId, out SqlValue id)
    {
        id = SqlValue.From(recordId);
        return recordId.Length > 0;
    }

    public override void Merge(SyncRecord into, SyncRecord given)
    {
        for (int field = 0; field < columns.Length; field++)
        {
            if (given.Given.Has(field))
            {
                ((TestRecord)into)[field] = ((TestRecord)given)[field];
            }
        }
    }

    public override void FillDefaults(SyncRecord record, DateTimeOffset now)
    {
        if (columns.Length > 1 && !record.Given.Has(1))
        {
            ((TestRecord)record)[1] = SqlValue.From("default");
        }
    }

    public override void Validate(SyncRecord record, SyncOperation operation, ref Violations violations)
    {
    }
}
