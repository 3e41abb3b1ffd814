/// <summary>How the PostgreSQL target stores Beacon.</summary>
internal sealed class BeaconPostgresMap : global::HiveGen.Adapters.Postgres.PostgresMap
{
    private const string InsertSql = """
        INSERT INTO "beacons" AS t ("id", "_version", "_deleted", "_home", "_synced_at")
        SELECT unnest($1::uuid[]), unnest($2::bigint[]), unnest($3::boolean[]), $4, clock_timestamp()
        """;

    /// <inheritdoc/>
    public override string Insert => InsertSql;

    /// <inheritdoc/>
    public override string Upsert => InsertSql + "\n" + """
        ON CONFLICT ("id") DO UPDATE SET "_version" = excluded."_version", "_deleted" = excluded."_deleted", "_synced_at" = excluded."_synced_at"
        WHERE excluded."_version" > t."_version" AND excluded."_home" = t."_home"
        """;

    /// <inheritdoc/>
    public override string CreateTable => """
        CREATE TABLE IF NOT EXISTS "beacons" (
          "id" uuid NOT NULL PRIMARY KEY,
          "_version" bigint NOT NULL,
          "_deleted" boolean NOT NULL DEFAULT false,
          "_home" text NOT NULL,
          "_synced_at" timestamptz NOT NULL DEFAULT clock_timestamp()
        )
        """;

    /// <inheritdoc/>
    public override string CreateView => "CREATE VIEW \"beacons_live\" AS SELECT \"id\" FROM \"beacons\" WHERE NOT \"_deleted\"";

    /// <inheritdoc/>
    public override string SelectOutcomes => """
        SELECT i.n, t."_home", t.xmin = pg_current_xact_id()::xid
        FROM unnest($1::uuid[]) WITH ORDINALITY AS i(id, n) JOIN "beacons" AS t ON t."id" = i.id
        """;

    /// <inheritdoc/>
    public override string Select => "SELECT \"id\", \"_version\", \"_deleted\", \"_home\" FROM \"beacons\"";

    /// <inheritdoc/>
    public override string Sweep => """
        UPDATE "beacons" AS t SET "_deleted" = true, "_version" = $2 - 1, "_synced_at" = clock_timestamp()
        WHERE "_home" = $1 AND "_version" < $2 AND NOT "_deleted" AND NOT EXISTS (SELECT FROM unnest($3::uuid[]) AS k(id) WHERE k.id = t."id")
        """;

    /// <inheritdoc/>
    public override global::System.Collections.Generic.IReadOnlyList<global::HiveGen.SchemaObject> Columns { get; } =
    [
    ];
}
