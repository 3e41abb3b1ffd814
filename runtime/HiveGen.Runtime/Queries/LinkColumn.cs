using HiveGen.Queries;

namespace HiveGen;

/// <summary>A column that links to another model.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
/// <typeparam name="TTarget">The model linked to.</typeparam>
/// <typeparam name="TKey">The type of its ids, nullable where the link is (<c>string?</c>, <c>long</c>, <c>long?</c>).</typeparam>
public sealed class LinkColumn<TRecord, TTarget, TKey>(string name, Codec<TKey> codec, Func<TRecord, SqlValue> read) : EqualColumn<TRecord, TKey>(name, codec)
    where TRecord : class
    where TTarget : class, IHiveRecord<TTarget>
{
    /// <summary>The records that link to one of these: <c>p.Author.In(hive.Accounts.Where(…))</c>. One statement, which sees one state.</summary>
    /// <param name="targets">Which records of the model linked to, of the same database.</param>
    public Filter<TRecord> In<TTargetColumns>(Query<TTarget, TTargetColumns> targets)
        where TTargetColumns : class
    {
        ArgumentNullException.ThrowIfNull(targets);
        return new(Name, new InQuery<TTarget>(targets.Spec, TTarget.Model.Columns[0].Name));
    }

    /// <summary>The id this record links to; NULL for none.</summary>
    internal SqlValue Read(TRecord record) => read(record);
}
