using HiveGen.Storage;

namespace HiveGen;

/// <summary>The typed client of a model. The generator derives <c>AccountSet</c> from it. Thread-safe.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
/// <typeparam name="TKey">The type of its ids.</typeparam>
/// <typeparam name="TColumns">The model's column tokens.</typeparam>
/// <typeparam name="TChanges">The model's changes.</typeparam>
public abstract class RecordSet<TRecord, TKey, TColumns, TChanges>
    where TRecord : class, IHiveRecord<TRecord>
    where TKey : notnull
    where TColumns : class
    where TChanges : Changes<TRecord>, new()
{
    /// <summary>Called by the generated class.</summary>
    protected RecordSet(HiveEngine engine, TColumns columns)
    {
        Engine = engine;
        Columns = columns;
    }

    /// <summary>The machinery.</summary>
    protected HiveEngine Engine { get; }

    /// <summary>The column tokens that filters are made of.</summary>
    public TColumns Columns { get; }

    /// <summary>The id as SQLite holds it.</summary>
    protected abstract SqlValue Key(TKey id);

    /// <summary>Reads the record of a unique key.</summary>
    protected TRecord? GetBy(PreparedSql select, in SqlValue key) => throw new NotImplementedException();

    /// <summary>Reads the record of a unique key of several columns.</summary>
    protected TRecord? GetBy(PreparedSql select, params ReadOnlySpan<SqlValue> key) => throw new NotImplementedException();
}
