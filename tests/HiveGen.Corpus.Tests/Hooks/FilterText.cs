using System.Text.Json.Nodes;
using HiveGen.Queries;

namespace HiveGen.Corpus;

/// <summary>A filter that a hook was given, in the original's spelling: <c>with</c> of equal values, which is all the scenarios ask.</summary>
public static class FilterText
{
    public static JsonObject Query<TRecord>(Filter<TRecord> filter)
        where TRecord : class, IHiveRecord<TRecord>
    {
        JsonObject with = [];
        Add(filter, with);
        return with.Count == 0 ? [] : new JsonObject { ["with"] = with };
    }

    private static void Add<TRecord>(Filter<TRecord> filter, JsonObject with)
        where TRecord : class, IHiveRecord<TRecord>
    {
        switch (filter.Kind)
        {
            case FilterKind.All:
                break;
            case FilterKind.And:
                Add(filter.Left!, with);
                Add(filter.Right!, with);
                break;
            case FilterKind.Equal:
                with[filter.Column!] = filter.Value.Text;
                break;
            case FilterKind.InQuery when filter.Query is InQuery<TRecord> first: // 'the first of these' is an IN over the query of the caller
                Add(first.Filter, with);
                break;
            default:
                throw new InvalidOperationException($"A hook was given a filter that is not known here: {filter.Kind}");
        }
    }
}
