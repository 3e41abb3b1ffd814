using HiveGen.Queries;
using HiveGen.Storage;

namespace HiveGen;

/// <summary>A query whose records come with the one they link to. Immutable and thread-safe.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
/// <typeparam name="TLinked">The model linked to.</typeparam>
/// <typeparam name="TKey">The type of its ids.</typeparam>
public class IncludeQuery<TRecord, TLinked, TKey>
    where TRecord : class, IHiveRecord<TRecord>
    where TLinked : class, IHiveRecord<TLinked>
{
    private readonly LinkColumn<TRecord, TLinked, TKey> link;

    internal IncludeQuery(QuerySpec<TRecord> spec, LinkColumn<TRecord, TLinked, TKey> link)
    {
        ArgumentNullException.ThrowIfNull(link);
        Spec = spec;
        this.link = link;
    }

    private protected QuerySpec<TRecord> Spec { get; }

    /// <summary>The records, each with the one it links to.</summary>
    public List<Included<TRecord, TLinked>> ToList()
    {
        using ReaderLease lease = Spec.Store.Engine.Readers.Rent();
        lease.BeginSnapshot();
        return Join(lease.Connection, HookedReader.ToList(lease.Connection, Spec));
    }

    /// <summary>The first record with the one it links to, or null.</summary>
    public Included<TRecord, TLinked>? FirstOrDefault() => new IncludeQuery<TRecord, TLinked, TKey>(Spec.AtMost(1), link).ToList().FirstOrDefault();

    private protected List<Included<TRecord, TLinked>> Join(HiveConnection connection, IReadOnlyList<TRecord> records)
    {
        Dictionary<SqlValue, TLinked> linked = Linked(connection, records);
        List<Included<TRecord, TLinked>> joined = new(records.Count);
        foreach (TRecord record in records)
        {
            joined.Add(new Included<TRecord, TLinked>(record, linked.GetValueOrDefault(link.Read(record))));
        }

        return joined;
    }

    private Dictionary<SqlValue, TLinked> Linked(HiveConnection connection, IReadOnlyList<TRecord> records)
    {
        HashSet<SqlValue> ids = [];
        foreach (TRecord record in records)
        {
            SqlValue id = link.Read(record);
            if (!id.IsNull)
            {
                ids.Add(id);
            }
        }

        Dictionary<SqlValue, TLinked> linked = new(ids.Count);
        if (ids.Count == 0)
        {
            return linked;
        }

        Filter<TLinked> these = new(FilterKind.In, TLinked.Model.Columns[0].Name, values: new InValues(ids));
        foreach (TLinked record in HookedReader.ToList(connection, new QuerySpec<TLinked>(Spec.Store.Engine.Client.Store<TLinked>(), these, [])))
        {
            linked[TLinked.Model.IdOf(record)] = record;
        }

        return linked;
    }
}
