using System.Security.Authentication;
using HiveGen.Targets;
using Npgsql;

namespace HiveGen.Adapters.Postgres;

/// <summary>Tells from what Npgsql throws what kind of failure it is.</summary>
internal static class PostgresErrors
{
    /// <summary>Whether it is an error of the database or of the way to it.</summary>
    public static bool IsKnown(Exception error) => error is NpgsqlException or TimeoutException or AuthenticationException or System.Net.Sockets.SocketException or IOException;

    /// <summary>The failure of a whole batch.</summary>
    public static TargetException Classify(Exception error) => error switch
    {
        PostgresException refused => Make(IsTurnedAway(refused) ? TargetFailure.Configuration : SqlStates.Of(refused.SqlState).Failure, Words(refused), error),
        NpgsqlException { InnerException: AuthenticationException tls } => Make(TargetFailure.Configuration, $"the encrypted connection was refused: {tls.Message}", error),
        NpgsqlException { InnerException: AggregateException hosts } => Of(hosts),
        NpgsqlException { InnerException: TimeoutException } or TimeoutException => Make(TargetFailure.Timeout, "it did not answer in time", error),
        // Its messages name the host and the port, and what the system said.
        NpgsqlException { IsTransient: true } or System.Net.Sockets.SocketException or IOException => Make(TargetFailure.Transient, Innermost(error), error),
        NpgsqlException => Make(TargetFailure.Configuration, Innermost(error), error),
        _ => Make(TargetFailure.Unknown, error.Message, error),
    };

    /// <summary>What an item has to do with it that was sent alone; null when it is not to blame.</summary>
    public static ItemOutcome? OutcomeOf(TargetException failure)
        => failure.InnerException is PostgresException refused && SqlStates.Of(refused.SqlState).Item is { } status
            ? new ItemOutcome(status, failure.Message)
            : null;

    // Of several hosts: what passes at one of them is waited for.
    private static TargetException Of(AggregateException hosts)
    {
        TargetException[] failures = [.. hosts.InnerExceptions.Select(Classify)];
        return Array.Find(failures, static failure => failure.Failure != TargetFailure.Configuration) ?? failures[0];
    }

    // pgbouncer has one code for all it says itself, wrong passwords included.
    private static bool IsTurnedAway(PostgresException refused)
        => refused.SqlState == PostgresErrorCodes.ProtocolViolation
            && (refused.MessageText.Contains("authentication failed", StringComparison.Ordinal) || refused.MessageText.StartsWith("no such ", StringComparison.Ordinal) || IsParameter(refused));

    private static bool IsParameter(PostgresException refused) => refused.MessageText.StartsWith("unsupported startup parameter", StringComparison.Ordinal);

    // Never the detail, which repeats the row.
    private static string Words(PostgresException refused)
        => $"{refused.MessageText} ({refused.SqlState}{(refused.ConstraintName is null ? "" : ", " + refused.ConstraintName)}){Hint(refused)}";

    private static string Hint(PostgresException refused) => refused.SqlState switch
    {
        _ when IsParameter(refused) => ". A pooler takes no Search Path and no Options: set them for the user instead (ALTER ROLE … SET search_path = …)",
        "42501" => ". Grant the user what it needs (under row-level security also BYPASSRLS, or policies for every row), or make the tables with the exported DDL (hive export postgres)",
        "42P05" or "26000" => ". A pooler in transaction mode keeps no prepared statements: take Max Auto Prepare out of the connection string",
        "25006" => ". It is a read-only replica: name the primary in the connection string",
        _ => "",
    };

    private static string Innermost(Exception error) => error.InnerException is { } inner ? $"{error.Message} ({inner.Message})" : error.Message;

    private static TargetException Make(TargetFailure failure, string what, Exception error) => new(failure, $"PostgreSQL failed: {what}.", error);
}
