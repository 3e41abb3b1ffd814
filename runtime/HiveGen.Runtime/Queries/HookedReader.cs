using HiveGen.Hooks;
using HiveGen.Storage;

namespace HiveGen.Queries;

/// <summary>Reads for the app: through the hooks of the model's reads where it has some. What the Hive reads for itself goes to <see cref="QueryReader"/>.</summary>
internal static class HookedReader
{
    public static List<TRecord> ToList<TRecord>(QuerySpec<TRecord> query)
        where TRecord : class, IHiveRecord<TRecord>
    {
        IReadOnlyList<TRecord>? resolved = Resolve(ref query, multiple: true);
        return resolved is null ? QueryReader.ToList(query) : [.. resolved];
    }

    /// <summary>Reads on a connection that holds a snapshot.</summary>
    public static List<TRecord> ToList<TRecord>(HiveConnection connection, QuerySpec<TRecord> query)
        where TRecord : class, IHiveRecord<TRecord>
    {
        IReadOnlyList<TRecord>? resolved = Resolve(ref query, multiple: true);
        return resolved is null ? QueryReader.ToList(connection, query) : [.. resolved];
    }

    public static TRecord? FirstOrDefault<TRecord>(QuerySpec<TRecord> query)
        where TRecord : class, IHiveRecord<TRecord>
    {
        IReadOnlyList<TRecord>? resolved = Resolve(ref query, multiple: false);
        return resolved is null ? QueryReader.FirstOrDefault(query) : resolved.Count > 0 ? resolved[0] : null;
    }

    public static Page<TRecord> Page<TRecord>(QuerySpec<TRecord> query, int size, string? after, string? before)
        where TRecord : class, IHiveRecord<TRecord>
    {
        IReadOnlyList<TRecord>? resolved = Resolve(ref query, multiple: true);
        return resolved is null ? PageReader.Read(query, size, after, before) : new Page<TRecord>(resolved, null, null);
    }

    /// <summary>Reads a page on a connection that holds a snapshot.</summary>
    public static Page<TRecord> Page<TRecord>(HiveConnection connection, QuerySpec<TRecord> query, int size, string? after, string? before)
        where TRecord : class, IHiveRecord<TRecord>
    {
        IReadOnlyList<TRecord>? resolved = Resolve(ref query, multiple: true);
        return resolved is null ? PageReader.Read(connection, query, size, after, before) : new Page<TRecord>(resolved, null, null);
    }

    public static int Count<TRecord>(QuerySpec<TRecord> query)
        where TRecord : class, IHiveRecord<TRecord>
        => ResolveCount(ref query) ?? QueryReader.Count(query);

    public static bool Exists<TRecord>(QuerySpec<TRecord> query)
        where TRecord : class, IHiveRecord<TRecord>
        => ResolveCount(ref query) is { } resolved ? resolved > 0 : QueryReader.Exists(query);

    private static IReadOnlyList<TRecord>? Resolve<TRecord>(ref QuerySpec<TRecord> query, bool multiple)
        where TRecord : class, IHiveRecord<TRecord>
    {
        if (!query.Store.GetIsHooked || ReadRun<TRecord>.IsInside)
        {
            return null;
        }

        (query, IReadOnlyList<TRecord>? resolved) = ReadRun<TRecord>.Get(query, multiple);
        return resolved is not null && query.Limit is { } limit && limit < resolved.Count ? [.. resolved.Take(limit)] : resolved;
    }

    private static int? ResolveCount<TRecord>(ref QuerySpec<TRecord> query)
        where TRecord : class, IHiveRecord<TRecord>
    {
        if (!query.Store.CountIsHooked || ReadRun<TRecord>.IsInside)
        {
            return null;
        }

        (query, int? resolved) = ReadRun<TRecord>.Count(query);
        return resolved;
    }
}
