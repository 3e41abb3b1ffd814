namespace HiveGen.Adapters.Postgres.Tests;

/// <summary>Counts the statements that write notes, also those that are rolled back: what a sequence counted stays counted.</summary>
public sealed class StatementCount
{
    private readonly TestDatabase database;

    private StatementCount(TestDatabase database)
    {
        this.database = database;
    }

    /// <summary>Counts from now on.</summary>
    public static async Task<StatementCount> BeginAsync(TestDatabase database)
    {
        // A guarded upsert fires both triggers, whatever it comes to.
        await database.RunAsync("""
            CREATE SEQUENCE count_insert; CREATE SEQUENCE count_update;
            CREATE FUNCTION tally() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM nextval('count_' || lower(TG_OP)); RETURN NULL; END $$;
            CREATE TRIGGER tally BEFORE INSERT OR UPDATE ON notes FOR EACH STATEMENT EXECUTE FUNCTION tally();
            """);
        return new StatementCount(database);
    }

    /// <summary>How many were inserts without a guard, and how many guarded upserts.</summary>
    public async Task<(long Plain, long Guarded)> ReadAsync()
    {
        long guarded = await ReadAsync("update");
        return (await ReadAsync("insert") - guarded, guarded);
    }

    private Task<long> ReadAsync(string statement) => database.OneAsync<long>($"SELECT last_value FROM pg_sequences WHERE sequencename = 'count_{statement}'");
}
