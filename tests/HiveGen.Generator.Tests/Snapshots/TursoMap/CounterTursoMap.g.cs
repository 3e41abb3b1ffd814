/// <summary>How a libSQL server stores Counter.</summary>
internal sealed class CounterTursoMap : global::HiveGen.Adapters.Turso.TursoMap
{
    /// <inheritdoc/>
    public override string CreateTable => """
        CREATE TABLE IF NOT EXISTS "counters" (
          "id" INTEGER NOT NULL PRIMARY KEY,
          "group" TEXT,
          "_version" INTEGER NOT NULL,
          "_deleted" INTEGER NOT NULL DEFAULT 0,
          "_home" TEXT NOT NULL,
          "_synced_at" INTEGER NOT NULL
        ) STRICT
        """;

    /// <inheritdoc/>
    public override string CreateView => """
        CREATE VIEW IF NOT EXISTS "counters_live" AS
        SELECT "id", "group" FROM "counters" WHERE "_deleted" = 0
        """;

    /// <inheritdoc/>
    public override string CreateIndex => """CREATE INDEX IF NOT EXISTS "counters_ghosts" ON "counters" ("_synced_at") WHERE "_deleted" = 1""";

    /// <inheritdoc/>
    public override string Insert => """INSERT INTO "counters" ("id", "group", "_version", "_deleted", "_home", "_synced_at") VALUES """;

    /// <inheritdoc/>
    public override string OnConflict => """
        
        ON CONFLICT ("id") DO UPDATE SET "group" = excluded."group", "_version" = excluded."_version", "_deleted" = excluded."_deleted", "_synced_at" = excluded."_synced_at"
        WHERE excluded."_version" > "counters"."_version" AND excluded."_home" = "counters"."_home"
        """;

    /// <inheritdoc/>
    public override string Unwritten => """SELECT t."id", t."_home" FROM json_each(?1) AS item JOIN "counters" AS t ON t."id" = item."value" ->> 0 WHERE NOT (t."_version" < item."value" ->> 1 AND t."_home" = ?2)""";

    /// <inheritdoc/>
    public override string SelectRows => """SELECT "id", "group", "_version", "_deleted", "_home" FROM "counters" WHERE "id" IN (SELECT "value" FROM json_each(?1))""";

    /// <inheritdoc/>
    public override string SelectPage => """SELECT "id", "group", "_version", "_deleted", "_home" FROM "counters" WHERE "_home" = ?1 AND "id" >= ?2 ORDER BY "id" LIMIT ?3""";

    /// <inheritdoc/>
    public override string Sweep => """
        UPDATE "counters" SET "group" = NULL, "_deleted" = 1, "_version" = ?2 - 1, "_synced_at" = ?3
        WHERE "_home" = ?1 AND "_version" < ?2 AND "_deleted" = 0 AND "id" NOT IN (SELECT "value" FROM json_each(?4))
        """;

    /// <inheritdoc/>
    public override string Purge => """
        DELETE FROM "counters" WHERE "id" IN (SELECT "id" FROM "counters"
        WHERE "_deleted" = 1 AND "_synced_at" < ?1 AND ("_home" = ?2 AND "_version" <= ?3 OR "_home" = 'http') LIMIT 1000)
        """;

    /// <inheritdoc/>
    public override global::System.Collections.Generic.IReadOnlyList<global::HiveGen.SchemaObject> Columns { get; } =
    [
        new("group", "\"group\" TEXT"),
    ];
}
