namespace HiveGen.Storage;

/// <summary>The Hive's own tables, version 2 of the file format. All names begin with <c>_hive_</c>, which models may not.</summary>
internal static class Bookkeeping
{
    /// <summary><c>PRAGMA application_id</c> of a Hive: the letters HIVE.</summary>
    public const int ApplicationId = 0x48495645;

    /// <summary><c>PRAGMA user_version</c> of this format.</summary>
    public const int FormatVersion = 2;

    /// <summary>Key <c>hive_id</c>: the id that is the home of this Hive's records. Key <c>epoch</c>: an integer from 1.</summary>
    public const string Meta = """
        CREATE TABLE "_hive_meta" ("key" TEXT NOT NULL PRIMARY KEY, "value" ANY NOT NULL) STRICT
        """;

    /// <summary>The change log: keys, no payload. op: 1 add, 2 set, 3 remove. seq is commit order and the record's version.</summary>
    public const string Change = """
        CREATE TABLE "_hive_change" ("seq" INTEGER PRIMARY KEY AUTOINCREMENT, "model" TEXT NOT NULL, "id" ANY NOT NULL, "op" INTEGER NOT NULL, "origin" TEXT) STRICT
        """;

    /// <summary>Every opening of this file: a random session and the first seq it may log.</summary>
    public const string Session = """
        CREATE TABLE "_hive_session" ("session" TEXT NOT NULL PRIMARY KEY, "first_seq" INTEGER NOT NULL, "opened_at" INTEGER NOT NULL) STRICT
        """;

    /// <summary>A target and how far it has come, by the Hive's own memory; the target's own cursor decides.</summary>
    public const string Target = """
        CREATE TABLE "_hive_target" ("name" TEXT NOT NULL PRIMARY KEY, "seq" INTEGER NOT NULL, "epoch" INTEGER NOT NULL, "paused" TEXT) STRICT
        """;

    /// <summary>The full load of a model into a target: columns is what was loaded, last_id where it stands, as_of its version.</summary>
    public const string Load = """
        CREATE TABLE "_hive_load" ("target" TEXT NOT NULL, "model" TEXT NOT NULL, "columns" TEXT NOT NULL, "as_of" INTEGER NOT NULL, "last_id" ANY, "done" INTEGER NOT NULL, PRIMARY KEY ("target", "model")) STRICT, WITHOUT ROWID
        """;

    /// <summary>
    /// Records that wait for a retry, and with dead = 1 those that need a person. first_at and last_at: the first and the last
    /// refusal, 0 when an older HiveGen did not note it. parent_model and parent_id: the record it waits for at the target.
    /// </summary>
    public const string Parked = """
        CREATE TABLE "_hive_parked" ("target" TEXT NOT NULL, "model" TEXT NOT NULL, "id" ANY NOT NULL, "seq" INTEGER NOT NULL, "attempts" INTEGER NOT NULL, "next_at" INTEGER NOT NULL, "error" TEXT NOT NULL, "dead" INTEGER NOT NULL DEFAULT 0, "first_at" INTEGER NOT NULL DEFAULT 0, "last_at" INTEGER NOT NULL DEFAULT 0, "parent_model" TEXT, "parent_id" ANY, PRIMARY KEY ("target", "model", "id")) STRICT, WITHOUT ROWID
        """;

    /// <summary>Finds what is due, however much is parked.</summary>
    public const string ParkedDue = """
        CREATE INDEX "_hive_parked_due" ON "_hive_parked" ("target", "dead", "next_at")
        """;

    /// <summary>Finds what waits for a record that arrived.</summary>
    public const string ParkedParent = """
        CREATE INDEX "_hive_parked_parent" ON "_hive_parked" ("target", "parent_model", "parent_id") WHERE "parent_model" IS NOT NULL
        """;

    /// <summary>
    /// Durable jobs, stored by hooks in the transaction they belong to; with dead = 1 those that need a person. failed_at: the last
    /// failure. trace: the W3C trace context of who stored it.
    /// </summary>
    public const string Job = """
        CREATE TABLE "_hive_job" ("job" INTEGER PRIMARY KEY AUTOINCREMENT, "name" TEXT NOT NULL, "payload" TEXT NOT NULL, "attempts" INTEGER NOT NULL DEFAULT 0, "next_at" INTEGER NOT NULL, "error" TEXT, "dead" INTEGER NOT NULL DEFAULT 0, "failed_at" INTEGER NOT NULL DEFAULT 0, "trace" TEXT) STRICT
        """;

    /// <summary>Finds what is due, however many jobs wait.</summary>
    public const string JobDue = """
        CREATE INDEX "_hive_job_due" ON "_hive_job" ("dead", "next_at")
        """;

    /// <summary>Everything, in order.</summary>
    public static IReadOnlyList<string> All { get; } = [Meta, Change, Session, Target, Load, Parked, ParkedDue, ParkedParent, Job, JobDue];

    /// <summary>What brings a file of an older format up to this one, in the transaction of the schema.</summary>
    public static IEnumerable<string> Upgrade(int from)
    {
        if (from < 2)
        {
            yield return """ALTER TABLE "_hive_parked" ADD COLUMN "first_at" INTEGER NOT NULL DEFAULT 0""";
            yield return """ALTER TABLE "_hive_parked" ADD COLUMN "last_at" INTEGER NOT NULL DEFAULT 0""";
            yield return """ALTER TABLE "_hive_parked" ADD COLUMN "parent_model" TEXT""";
            yield return """ALTER TABLE "_hive_parked" ADD COLUMN "parent_id" ANY""";
            yield return ParkedDue;
            yield return ParkedParent;
            yield return """ALTER TABLE "_hive_job" ADD COLUMN "failed_at" INTEGER NOT NULL DEFAULT 0""";
            yield return """ALTER TABLE "_hive_job" ADD COLUMN "trace" TEXT""";
            yield return JobDue;
        }

        if (from < FormatVersion)
        {
            yield return $"PRAGMA user_version = {FormatVersion}";
        }
    }
}
