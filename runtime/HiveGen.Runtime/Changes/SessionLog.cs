using HiveGen.Storage;

namespace HiveGen.Dispatch;

/// <summary>Every opening of this file with the changes it may have logged: what tells a restored backup from the Hive that wrote last.</summary>
internal sealed class SessionLog
{
    private static readonly PreparedSql SelectSessions = new("""SELECT "session", "first_seq" FROM "_hive_session" ORDER BY "rowid" """);

    private readonly Dictionary<string, long> lastSeqs = new(StringComparer.Ordinal);

    private SessionLog(string current) => Current = current;

    /// <summary>The session of this process.</summary>
    public string Current { get; }

    /// <summary>Reads the sessions; the newest one is ours, for one process has the file at a time.</summary>
    public static SessionLog Read(HiveConnection connection, long maxSeq)
    {
        List<(string Session, long First)> rows = [];
        Statement select = connection.Prepare(SelectSessions);
        while (select.Step())
        {
            rows.Add((select.Text(0), select.Int64(1)));
        }

        if (rows.Count == 0)
        {
            throw new HiveException("The Hive has no session: \"_hive_session\" is empty, which no opened Hive leaves so. Another program has changed the file.");
        }

        SessionLog log = new(rows[^1].Session);
        for (int index = 0; index < rows.Count; index++)
        {
            log.lastSeqs[rows[index].Session] = index + 1 < rows.Count ? rows[index + 1].First - 1 : maxSeq;
        }

        return log;
    }

    /// <summary>Whether the session is known and may have seen this change.</summary>
    public bool Covers(string session, long seq, out long last) => lastSeqs.TryGetValue(session, out last) && seq <= last;

    /// <summary>Whether this Hive was ever opened in the session.</summary>
    public bool Knows(string session) => lastSeqs.ContainsKey(session);
}
