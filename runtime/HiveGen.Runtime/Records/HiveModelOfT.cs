using System.ComponentModel;
using HiveGen.Storage;

namespace HiveGen;

/// <summary>A model with its conversions between records and rows.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class HiveModel<TRecord> : HiveModel
    where TRecord : class
{
    /// <summary><c>INSERT INTO "…" (…) VALUES (?1, …)</c>, one parameter a column in column order.</summary>
    public abstract PreparedSql Insert { get; }

    /// <summary>The same for a transaction that an error undoes as a whole.</summary>
    internal PreparedSql InsertOrFail => field ??= new PreparedSql("INSERT OR FAIL" + Insert.Text["INSERT".Length..]);

    /// <summary><c>SELECT … FROM "…"</c>, every column in column order, to which a WHERE may be appended.</summary>
    public abstract string Select { get; }

    /// <summary><c>SELECT … FROM "…" WHERE "id" = ?1</c>.</summary>
    public abstract PreparedSql SelectById { get; }

    /// <summary><c>DELETE FROM "…" WHERE "id" = ?1</c>.</summary>
    public abstract PreparedSql DeleteById { get; }

    /// <summary>The statements that read a record by each unique key, in the order in which generated code numbers them.</summary>
    internal virtual IReadOnlyList<PreparedSql> SelectByKey => [];

    /// <summary>Whether SQLite assigns the id (a <c>long</c> id that the draft leaves 0): read it back with <see cref="WithId"/>.</summary>
    public virtual bool AssignsId => false;

    /// <summary>
    /// The record that will be stored for this draft: a copy with id, times and normalised values. The draft is left alone.
    /// </summary>
    /// <exception cref="HiveValidationException">The draft breaks a rule of the model.</exception>
    public abstract TRecord Prepare(TRecord draft, DateTimeOffset now);

    /// <summary>
    /// A copy for hooks to work on: every property as it stands, but an id that is empty (<c>""</c>, <c>Guid.Empty</c>) is made
    /// here, so that operations that hooks add can link to it. Nothing is checked or normalised.
    /// </summary>
    public abstract TRecord Draft(TRecord record);

    /// <summary>Binds every column, in column order, to the parameters from <paramref name="first"/> on.</summary>
    public abstract void Bind(Statement statement, int first, TRecord record);

    /// <summary>The record of the current row of a statement that selects every column in column order.</summary>
    public abstract TRecord Read(Statement row);

    /// <summary>The id of a record.</summary>
    public SqlValue IdOf(TRecord record) => KeyOf(record, 0);

    /// <summary>The id that stands in a column, which is the record's own or that of a linked one; NULL for none.</summary>
    /// <param name="record">The record.</param>
    /// <param name="column">The index of the column: 0 for the record's own id.</param>
    public abstract SqlValue KeyOf(TRecord record, int column);

    /// <summary>A copy of the record with the id SQLite assigned. Only called where <see cref="AssignsId"/>.</summary>
    public virtual TRecord WithId(TRecord record, long id) => record;
}
