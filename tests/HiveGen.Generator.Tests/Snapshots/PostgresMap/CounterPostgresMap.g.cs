/// <summary>How the PostgreSQL target stores Counter.</summary>
internal sealed class CounterPostgresMap : global::HiveGen.Adapters.Postgres.PostgresMap
{
    private const string InsertSql = """
        INSERT INTO "counters" AS t ("id", "group", "_version", "_deleted", "_home", "_synced_at")
        SELECT unnest($1::bigint[]), unnest($2::text[]), unnest($3::bigint[]), unnest($4::boolean[]), $5, clock_timestamp()
        """;

    /// <inheritdoc/>
    public override string Insert => InsertSql;

    /// <inheritdoc/>
    public override string Upsert => InsertSql + "\n" + """
        ON CONFLICT ("id") DO UPDATE SET "group" = excluded."group", "_version" = excluded."_version", "_deleted" = excluded."_deleted", "_synced_at" = excluded."_synced_at"
        WHERE excluded."_version" > t."_version" AND excluded."_home" = t."_home"
        """;

    /// <inheritdoc/>
    public override string CreateTable => """
        CREATE TABLE IF NOT EXISTS "counters" (
          "id" bigint NOT NULL PRIMARY KEY,
          "group" text,
          "_version" bigint NOT NULL,
          "_deleted" boolean NOT NULL DEFAULT false,
          "_home" text NOT NULL,
          "_synced_at" timestamptz NOT NULL DEFAULT clock_timestamp()
        )
        """;

    /// <inheritdoc/>
    public override string CreateView => "CREATE VIEW \"counters_live\" AS SELECT \"id\", \"group\" FROM \"counters\" WHERE NOT \"_deleted\"";

    /// <inheritdoc/>
    public override string SelectOutcomes => """
        SELECT i.n, t."_home", t.xmin = pg_current_xact_id()::xid
        FROM unnest($1::bigint[]) WITH ORDINALITY AS i(id, n) JOIN "counters" AS t ON t."id" = i.id
        """;

    /// <inheritdoc/>
    public override string Select => "SELECT \"id\", \"group\", \"_version\", \"_deleted\", \"_home\" FROM \"counters\"";

    /// <inheritdoc/>
    public override string Sweep => """
        UPDATE "counters" AS t SET "group" = NULL, "_deleted" = true, "_version" = $2 - 1, "_synced_at" = clock_timestamp()
        WHERE "_home" = $1 AND "_version" < $2 AND NOT "_deleted" AND NOT EXISTS (SELECT FROM unnest($3::bigint[]) AS k(id) WHERE k.id = t."id")
        """;

    /// <inheritdoc/>
    public override global::System.Collections.Generic.IReadOnlyList<global::HiveGen.SchemaObject> Columns { get; } =
    [
        new("group", "\"group\" text"),
    ];
}
