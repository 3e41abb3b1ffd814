using HiveGen.Queries;
using HiveGen.Storage;

namespace HiveGen;

/// <summary>A query whose records come with those that link to them. Immutable and thread-safe.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
/// <typeparam name="TMany">The linking model.</typeparam>
/// <typeparam name="TKey">The type of this model's ids.</typeparam>
public sealed class IncludeManyQuery<TRecord, TMany, TKey>
    where TRecord : class, IHiveRecord<TRecord>
    where TMany : class, IHiveRecord<TMany>
{
    private readonly QuerySpec<TRecord> spec;
    private readonly QuerySpec<TMany> many;
    private readonly LinkColumn<TMany, TRecord, TKey> link;

    internal IncludeManyQuery(QuerySpec<TRecord> spec, QuerySpec<TMany> many, LinkColumn<TMany, TRecord, TKey> link)
    {
        ArgumentNullException.ThrowIfNull(link);
        this.spec = spec;
        this.many = many;
        this.link = link;
    }

    /// <summary>The records, each with those that link to it.</summary>
    public List<IncludedMany<TRecord, TMany>> ToList()
    {
        using ReaderLease lease = spec.Store.Engine.Readers.Rent();
        lease.BeginSnapshot();
        HiveModel<TRecord> model = spec.Store.Model;
        Dictionary<SqlValue, List<TMany>> lists = [];
        List<IncludedMany<TRecord, TMany>> all = [];
        foreach (TRecord record in HookedReader.ToList(lease.Connection, spec))
        {
            List<TMany> linking = [];
            lists.Add(model.IdOf(record), linking);
            all.Add(new IncludedMany<TRecord, TMany>(record, linking));
        }

        if (all.Count > 0)
        {
            Filter<TMany> these = new(FilterKind.In, link.Name, values: new InValues(lists.Keys));
            foreach (TMany record in HookedReader.ToList(lease.Connection, many.And(these)))
            {
                if (lists.TryGetValue(link.Read(record), out List<TMany>? asked)) // a hook may answer with records that were not asked for
                {
                    asked.Add(record);
                }
            }
        }

        return all;
    }

    /// <summary>The first record with those that link to it, or null.</summary>
    public IncludedMany<TRecord, TMany>? FirstOrDefault() => new IncludeManyQuery<TRecord, TMany, TKey>(spec.AtMost(1), many, link).ToList().FirstOrDefault();
}
