using System.Collections.Frozen;
using HiveGen.Targets;

namespace HiveGen.Adapters.Postgres;

/// <summary>The table of SQLSTATEs: single ones first, then their classes, which are their first two characters.</summary>
internal static class SqlStates
{
    private static readonly SqlStateMeaning Transient = new(TargetFailure.Transient);
    private static readonly SqlStateMeaning Configuration = new(TargetFailure.Configuration);
    private static readonly SqlStateMeaning Schema = new(TargetFailure.Schema);
    private static readonly SqlStateMeaning Permanent = new(TargetFailure.Batch, ItemStatus.Permanent);
    private static readonly SqlStateMeaning Retry = new(TargetFailure.Batch, ItemStatus.Retry);

    private static readonly FrozenDictionary<string, SqlStateMeaning> Known = new Dictionary<string, SqlStateMeaning>
    {
        ["57014"] = new(TargetFailure.Timeout), // query_canceled: statement_timeout
        ["25P03"] = new(TargetFailure.Timeout), // idle_in_transaction_session_timeout
        ["40001"] = Transient, // serialization_failure
        ["40P01"] = Transient, // deadlock_detected
        ["55P03"] = Transient, // lock_not_available
        ["55006"] = Transient, // object_in_use
        ["57P01"] = Transient, // admin_shutdown
        ["57P02"] = Transient, // crash_shutdown
        ["57P03"] = Transient, // cannot_connect_now: it starts, or recovers
        ["57P04"] = Transient, // database_dropped
        ["57P05"] = Transient, // idle_session_timeout
        ["25006"] = Configuration, // read_only_sql_transaction: a replica
        ["26000"] = Configuration, // a prepared statement is missing: a pooler
        ["42P05"] = Configuration, // a prepared statement is there already: a pooler
        ["42501"] = Configuration, // insufficient_privilege
        ["0A000"] = Schema, // "cached plan must not change result type"
        ["3F000"] = Schema, // no schema of the search path exists
        ["23503"] = new(TargetFailure.Batch, ItemStatus.Dependency), // foreign_key_violation: somebody added a key
        ["23505"] = Retry, // unique_violation: somebody added an index, and its value may become free
        ["23P01"] = Retry, // exclusion_violation, likewise
        ["21000"] = Permanent, // cardinality_violation: a row twice in a statement
        ["44000"] = Permanent, // with_check_option_violation
        ["P0001"] = Permanent, // raise_exception in somebody's trigger
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, SqlStateMeaning> Classes = new Dictionary<string, SqlStateMeaning>
    {
        ["08"] = Transient, // connection
        ["22"] = Permanent, // data: NUL in a text (22021), out of range, no JSON
        ["23"] = Permanent, // a constraint that somebody added
        ["28"] = Configuration, // wrong user or password
        ["2B"] = Configuration, // dependent objects stand in the way of a migration
        ["3D"] = Configuration, // no such database
        ["42"] = Schema, // no such table (42P01) or column (42703), or they are not as they were made
        ["53"] = Transient, // out of memory, disk or connections
        ["54"] = Permanent, // program limits: a value too large for an index
        ["55"] = Configuration, // not in the state it must be in
        ["58"] = Transient, // the server's own system
        ["F0"] = Configuration, // the server's configuration file
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a code means; one that is not in the table tells nothing.</summary>
    public static SqlStateMeaning Of(string code)
        => Known.TryGetValue(code, out SqlStateMeaning meaning) || (code.Length == 5 && Classes.TryGetValue(code[..2], out meaning))
            ? meaning
            : new SqlStateMeaning(TargetFailure.Unknown);
}
