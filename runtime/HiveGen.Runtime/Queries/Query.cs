using HiveGen.Queries;

namespace HiveGen;

/// <summary>
/// A question to the Hive. Nothing is read until one of its methods asks for an answer; each call reads afresh and sees every
/// write that returned before. Immutable and thread-safe.
/// </summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
/// <typeparam name="TColumns">The model's column tokens.</typeparam>
public class Query<TRecord, TColumns>
    where TRecord : class, IHiveRecord<TRecord>
    where TColumns : class
{
    internal Query(QuerySpec<TRecord> spec, TColumns columns)
    {
        Spec = spec;
        Columns = columns;
    }

    internal QuerySpec<TRecord> Spec { get; }

    internal TColumns Columns { get; }

    /// <summary>The records.</summary>
    public List<TRecord> ToList() => HookedReader.ToList(Spec);

    /// <summary>The first record, or null.</summary>
    public TRecord? FirstOrDefault() => HookedReader.FirstOrDefault(Spec);

    /// <summary>The first record.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public TRecord First() => FirstOrDefault() ?? throw NoRecord();

    /// <summary>The only record, or null.</summary>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    public TRecord? SingleOrDefault()
    {
        List<TRecord> records = HookedReader.ToList(Spec.AtMost(2));
        return records.Count < 2 ? records.FirstOrDefault() : throw new InvalidOperationException($"More than one {Spec.Store.Model.Name} is in the query, and one was asked for.");
    }

    /// <summary>The only record.</summary>
    /// <exception cref="InvalidOperationException">There is none, or there are several.</exception>
    public TRecord Single() => SingleOrDefault() ?? throw NoRecord();

    /// <summary>How many records there are.</summary>
    public int Count() => HookedReader.Count(Spec);

    /// <summary>Whether there is a record.</summary>
    public bool Exists() => HookedReader.Exists(Spec);

    /// <summary>Each record with the one it links to. Two statements, however many records; both see one state.</summary>
    /// <param name="link">The link: <c>p => p.Author</c>.</param>
    public IncludeQuery<TRecord, TLinked, TKey> Include<TLinked, TKey>(Func<TColumns, LinkColumn<TRecord, TLinked, TKey>> link)
        where TLinked : class, IHiveRecord<TLinked>
    {
        ArgumentNullException.ThrowIfNull(link);
        return new(Spec, link(Columns));
    }

    /// <summary>Each record with those of <paramref name="many"/> that link to it. Two statements, however many records; both see one state.</summary>
    /// <param name="many">The linking records, in the order in which they are wanted.</param>
    /// <param name="link">Their link to this model: <c>p => p.Author</c>.</param>
    public IncludeManyQuery<TRecord, TMany, TKey> IncludeMany<TMany, TManyColumns, TKey>(PageableQuery<TMany, TManyColumns> many, Func<TManyColumns, LinkColumn<TMany, TRecord, TKey>> link)
        where TMany : class, IHiveRecord<TMany>
        where TManyColumns : class
    {
        ArgumentNullException.ThrowIfNull(many);
        ArgumentNullException.ThrowIfNull(link);
        return new(Spec, many.Spec, link(many.Columns));
    }

    /// <summary>Each record with all records of the other model that link to it. Two statements, however many records; both see one state.</summary>
    /// <param name="many">The linking model: <c>hive.Posts</c>.</param>
    /// <param name="link">Its link to this model: <c>p => p.Author</c>.</param>
    public IncludeManyQuery<TRecord, TMany, TKey> IncludeMany<TMany, TManyKey, TManyColumns, TManyChanges, TKey>(RecordSet<TMany, TManyKey, TManyColumns, TManyChanges> many, Func<TManyColumns, LinkColumn<TMany, TRecord, TKey>> link)
        where TMany : class, IHiveRecord<TMany>
        where TManyKey : notnull
        where TManyColumns : class
        where TManyChanges : Changes<TMany>, new()
    {
        ArgumentNullException.ThrowIfNull(many);
        return IncludeMany(many.All(), link);
    }

    private InvalidOperationException NoRecord() => new($"No {Spec.Store.Model.Name} is in the query, and one was asked for.");
}
