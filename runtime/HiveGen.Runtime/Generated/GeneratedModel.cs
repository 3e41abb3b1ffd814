using System.ComponentModel;
using System.Globalization;
using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Generated;

/// <summary>What of a generated model does not depend on the type of its records. Immutable and thread-safe.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class GeneratedModel<TRecord> : HiveModel<TRecord>, IDraftSource
    where TRecord : class
{
    private readonly GeneratedField[] fields;
    private readonly bool isSynced;
    private readonly string? prefix;
    private readonly List<string> formerTables = [];
    private readonly List<SchemaObject> indexes = [];
    private readonly List<int[]> keys = [];
    private readonly List<PreparedSql> selectByKey = [];
    private readonly List<ModelLink> links = [];
    private SyncModel? sync;

    /// <summary>Called by generated code.</summary>
    /// <param name="name">The class name.</param>
    /// <param name="table">The table.</param>
    /// <param name="createTable"><c>CREATE TABLE "…" (…) STRICT</c>.</param>
    /// <param name="isSynced">Whether the model leaves the Hive.</param>
    /// <param name="prefix">What ids begin with; null where they are no text.</param>
    /// <param name="fields">The columns.</param>
    protected GeneratedModel(string name, string table, string createTable, bool isSynced, string? prefix, FieldList fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        this.fields = fields.ToArray();
        this.isSynced = isSynced;
        this.prefix = prefix;
        Name = name;
        Table = table;
        CreateTable = createTable;
        string columns = string.Join(", ", this.fields.Select(static field => $"\"{field.Column}\""));
        string parameters = string.Join(", ", Enumerable.Range(1, this.fields.Length).Select(static i => "?" + i.ToString(CultureInfo.InvariantCulture)));
        Insert = new($"INSERT INTO \"{table}\" ({columns})\nVALUES ({parameters})");
        Select = $"SELECT {columns} FROM \"{table}\" ";
        SelectById = Where("\"id\" = ?1");
        DeleteById = new($"DELETE FROM \"{table}\" WHERE \"id\" = ?1");
        Columns = [.. this.fields.Select((field, i) => ColumnFacts.Of(field, isId: i == 0, isSynced && !field.Has(FieldTraits.Local)))];
    }

    /// <inheritdoc/>
    public sealed override string Name { get; }

    /// <inheritdoc/>
    public sealed override string Table { get; }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<string> FormerTables => formerTables;

    /// <inheritdoc/>
    public sealed override string CreateTable { get; }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<HiveColumn> Columns { get; }

    /// <inheritdoc/>
    public sealed override SyncModel? Sync => sync;

    /// <inheritdoc/>
    public sealed override IReadOnlyList<SchemaObject> Indexes => indexes;

    /// <inheritdoc/>
    public sealed override IReadOnlyList<SchemaObject> Triggers => field ??= sync is null ? [] : CaptureTriggers.Of(Table, sync.Name, fields, keys);

    /// <inheritdoc/>
    public sealed override IReadOnlyList<ModelLink> Links => links;

    /// <inheritdoc/>
    public sealed override PreparedSql Insert { get; }

    /// <inheritdoc/>
    public sealed override string Select { get; }

    /// <inheritdoc/>
    public sealed override PreparedSql SelectById { get; }

    /// <inheritdoc/>
    public sealed override PreparedSql DeleteById { get; }

    /// <inheritdoc/>
    public sealed override bool AssignsId => fields[0].Kind == FieldKind.Int64;

    internal sealed override IReadOnlyList<PreparedSql> SelectByKey => selectByKey;

    internal ReadOnlySpan<GeneratedField> Fields => fields;

    /// <summary>The fields that leave the Hive, in the order of its DTO.</summary>
    public GeneratedField[] SyncedFields() => [.. fields.Where((_, i) => IsOpen(i))];

    /// <summary>Whether JSON shows the column.</summary>
    internal bool IsOpen(int column) => column == 0 || !fields[column].Has(FieldTraits.Local);

    /// <inheritdoc/>
    public sealed override void Check(ref Violations violations, int column, object? value)
        => CheckField(ref violations, column, value is not null && fields[column].Type is { } type ? type.Unbox(value) : FieldValue.Unboxed(fields[column].Kind, value));

    /// <summary>The value of a property; of a link, its id.</summary>
    /// <param name="record">The record.</param>
    /// <param name="column">The index of the column.</param>
    public abstract FieldValue Get(TRecord record, int column);

    /// <summary>Sets a property that can be set after the record was made.</summary>
    /// <param name="record">The record.</param>
    /// <param name="column">The index of the column.</param>
    /// <param name="value">The value; of a link, its id.</param>
    public abstract void Set(TRecord record, int column, in FieldValue value);

    /// <summary>Called by the constructor of generated code: a table it was before, the newest first.</summary>
    protected void AddFormerTable(string table) => formerTables.Add(table);

    /// <summary>Called by the constructor of generated code: an index of the table.</summary>
    protected void AddIndex(string name, string sql) => indexes.Add(new(name, sql));

    /// <summary>Called by the constructor of generated code: a unique index of the table, over these columns.</summary>
    protected void AddUnique(string name, string sql, params ReadOnlySpan<int> columns)
    {
        int[] key = columns.ToArray();
        AddIndex(name, sql);
        keys.Add(key);
        selectByKey.Add(Where(string.Join(" AND ", key.Select((column, i) => string.Create(CultureInfo.InvariantCulture, $"\"{fields[column].Column}\" = ?{i + 1}")))));
    }

    /// <summary>Called by the constructor of generated code: a link, in property order.</summary>
    protected void AddLink(string column, string table, LinkAction onDelete) => links.Add(new(column, table, onDelete));

    /// <summary>Called by the constructor of generated code: how the model is synced.</summary>
    protected void SyncBy(SyncModel model) => sync = model;

    /// <summary>Makes a record of the values of a draft.</summary>
    protected abstract TRecord Make(RecordDraft draft);

    /// <summary>Makes a copy for hooks, which also has the properties that are no columns.</summary>
    protected virtual TRecord MakeDraft(RecordDraft draft, TRecord record) => Make(draft);

    /// <inheritdoc/>
    public sealed override TRecord Prepare(TRecord draft, DateTimeOffset now)
    {
        Violations violations = default;
        for (int i = 0; i < fields.Length; i++)
        {
            FieldValue value = Get(draft, i);
            if (i > 0 || !RecordDraft.IsNoId(fields[0].Kind, in value))
            {
                CheckField(ref violations, i, in value);
            }
        }

        violations.ThrowIfAny(Name);
        return Make(new RecordDraft(this, fields, draft, DraftStage.Stored, now));
    }

    /// <inheritdoc/>
    public sealed override TRecord Draft(TRecord record) => MakeDraft(new RecordDraft(this, fields, record, DraftStage.Hooks), record);

    /// <inheritdoc/>
    public sealed override TRecord WithId(TRecord record, long id) => Make(new RecordDraft(this, fields, record, DraftStage.Numbered, id: id));

    /// <inheritdoc/>
    public sealed override void Bind(Statement statement, int first, TRecord record)
    {
        for (int i = 0; i < fields.Length; i++)
        {
            FieldBinding.Bind(statement, first + i, fields[i], Get(record, i), isId: i == 0);
        }
    }

    /// <inheritdoc/>
    public sealed override SqlValue KeyOf(TRecord record, int column)
    {
        FieldValue id = Get(record, column);
        return id.IsNull ? SqlValue.Null : fields[column].Kind switch
        {
            FieldKind.Text => SqlValue.From(id.Text),
            FieldKind.Guid => Codecs.Guid.Encode(id.Guid),
            _ => SqlValue.From(id.Int64),
        };
    }

    /// <summary>Called by generated code for a column that it does not have.</summary>
    protected static Exception NoColumn(int column) => new ArgumentOutOfRangeException(nameof(column), column, null);

    private PreparedSql Where(string condition) => new(Select + "WHERE " + condition);

    private void CheckField(ref Violations violations, int column, in FieldValue value)
        => FieldCheck.Record(fields[column], in value, isSynced && !fields[column].Has(FieldTraits.Local), ref violations);

    FieldValue IDraftSource.Get(object record, int column) => Get((TRecord)record, column);

    string IDraftSource.Name => Name;

    string? IDraftSource.Prefix => prefix;
}
