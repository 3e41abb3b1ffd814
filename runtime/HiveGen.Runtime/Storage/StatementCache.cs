namespace HiveGen.Storage;

/// <summary>Statements by their text, bounded: the one unused for longest gives way.</summary>
internal sealed class StatementCache
{
    internal const int Capacity = 256;

    private readonly Dictionary<string, Statement> statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Statement>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private long clock;

    public StatementCache() => lookup = statements.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => statements.Count;

    public IEnumerable<Statement> Statements => statements.Values;

    public Statement? Find(ReadOnlySpan<char> sql)
    {
        if (!lookup.TryGetValue(sql, out Statement? statement))
        {
            return null;
        }

        statement.LastUse = ++clock;
        return statement;
    }

    public void Add(Statement statement)
    {
        if (statements.Count >= Capacity)
        {
            Evict();
        }

        statement.LastUse = ++clock;
        statements.Add(statement.Sql, statement);
    }

    public void Finish()
    {
        foreach (Statement statement in statements.Values)
        {
            statement.Finish();
        }

        statements.Clear();
    }

    private void Evict()
    {
        Statement? oldest = null;
        foreach (Statement statement in statements.Values)
        {
            if (!statement.IsRunning && (oldest is null || statement.LastUse < oldest.LastUse))
            {
                oldest = statement;
            }
        }

        if (oldest is not null)
        {
            statements.Remove(oldest.Sql);
            oldest.Finish();
        }
    }
}
