/// <summary>How a libSQL server stores Beacon.</summary>
internal sealed class BeaconTursoMap : global::HiveGen.Adapters.Turso.TursoMap
{
    /// <inheritdoc/>
    public override string CreateTable => """
        CREATE TABLE IF NOT EXISTS "beacons" (
          "id" TEXT NOT NULL PRIMARY KEY,
          "_version" INTEGER NOT NULL,
          "_deleted" INTEGER NOT NULL DEFAULT 0,
          "_home" TEXT NOT NULL,
          "_synced_at" INTEGER NOT NULL
        ) STRICT
        """;

    /// <inheritdoc/>
    public override string CreateView => """
        CREATE VIEW IF NOT EXISTS "beacons_live" AS
        SELECT "id" FROM "beacons" WHERE "_deleted" = 0
        """;

    /// <inheritdoc/>
    public override string CreateIndex => """CREATE INDEX IF NOT EXISTS "beacons_ghosts" ON "beacons" ("_synced_at") WHERE "_deleted" = 1""";

    /// <inheritdoc/>
    public override string Insert => """INSERT INTO "beacons" ("id", "_version", "_deleted", "_home", "_synced_at") VALUES """;

    /// <inheritdoc/>
    public override string OnConflict => """
        
        ON CONFLICT ("id") DO UPDATE SET "_version" = excluded."_version", "_deleted" = excluded."_deleted", "_synced_at" = excluded."_synced_at"
        WHERE excluded."_version" > "beacons"."_version" AND excluded."_home" = "beacons"."_home"
        """;

    /// <inheritdoc/>
    public override string Unwritten => """SELECT t."id", t."_home" FROM json_each(?1) AS item JOIN "beacons" AS t ON t."id" = item."value" ->> 0 WHERE NOT (t."_version" < item."value" ->> 1 AND t."_home" = ?2)""";

    /// <inheritdoc/>
    public override string SelectRows => """SELECT "id", "_version", "_deleted", "_home" FROM "beacons" WHERE "id" IN (SELECT "value" FROM json_each(?1))""";

    /// <inheritdoc/>
    public override string SelectPage => """SELECT "id", "_version", "_deleted", "_home" FROM "beacons" WHERE "_home" = ?1 AND "id" >= ?2 ORDER BY "id" LIMIT ?3""";

    /// <inheritdoc/>
    public override string Sweep => """
        UPDATE "beacons" SET "_deleted" = 1, "_version" = ?2 - 1, "_synced_at" = ?3
        WHERE "_home" = ?1 AND "_version" < ?2 AND "_deleted" = 0 AND "id" NOT IN (SELECT "value" FROM json_each(?4))
        """;

    /// <inheritdoc/>
    public override string Purge => """
        DELETE FROM "beacons" WHERE "id" IN (SELECT "id" FROM "beacons"
        WHERE "_deleted" = 1 AND "_synced_at" < ?1 AND ("_home" = ?2 AND "_version" <= ?3 OR "_home" = 'http') LIMIT 1000)
        """;

    /// <inheritdoc/>
    public override global::System.Collections.Generic.IReadOnlyList<global::HiveGen.SchemaObject> Columns { get; } =
    [
    ];
}
