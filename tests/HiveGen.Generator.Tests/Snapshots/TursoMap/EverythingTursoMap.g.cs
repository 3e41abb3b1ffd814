/// <summary>How a libSQL server stores Everything.</summary>
internal sealed class EverythingTursoMap : global::HiveGen.Adapters.Turso.TursoMap
{
    /// <inheritdoc/>
    public override string CreateTable => """
        CREATE TABLE IF NOT EXISTS "order" (
          "id" TEXT NOT NULL PRIMARY KEY,
          "text" TEXT,
          "short" TEXT,
          "bool" INTEGER,
          "int" INTEGER,
          "long" INTEGER,
          "double" REAL,
          "money" INTEGER,
          "fine" INTEGER,
          "time" INTEGER,
          "date" TEXT,
          "clock" INTEGER,
          "span" INTEGER,
          "guid" TEXT,
          "blob" BLOB,
          "colour" TEXT,
          "json" TEXT,
          "counter" INTEGER,
          "beacon" TEXT,
          "above" TEXT,
          "_version" INTEGER NOT NULL,
          "_deleted" INTEGER NOT NULL DEFAULT 0,
          "_home" TEXT NOT NULL,
          "_synced_at" INTEGER NOT NULL
        ) STRICT
        """;

    /// <inheritdoc/>
    public override string CreateView => """
        CREATE VIEW IF NOT EXISTS "order_live" AS
        SELECT "id", "text", "short", "bool", "int", "long", "double", "money", "fine", "time", "date", "clock", "span", "guid", "blob", "colour", "json", "counter", "beacon", "above" FROM "order" WHERE "_deleted" = 0
        """;

    /// <inheritdoc/>
    public override string CreateIndex => """CREATE INDEX IF NOT EXISTS "order_ghosts" ON "order" ("_synced_at") WHERE "_deleted" = 1""";

    /// <inheritdoc/>
    public override string Insert => """INSERT INTO "order" ("id", "text", "short", "bool", "int", "long", "double", "money", "fine", "time", "date", "clock", "span", "guid", "blob", "colour", "json", "counter", "beacon", "above", "_version", "_deleted", "_home", "_synced_at") VALUES """;

    /// <inheritdoc/>
    public override string OnConflict => """
        
        ON CONFLICT ("id") DO UPDATE SET "text" = excluded."text", "short" = excluded."short", "bool" = excluded."bool", "int" = excluded."int", "long" = excluded."long", "double" = excluded."double", "money" = excluded."money", "fine" = excluded."fine", "time" = excluded."time", "date" = excluded."date", "clock" = excluded."clock", "span" = excluded."span", "guid" = excluded."guid", "blob" = excluded."blob", "colour" = excluded."colour", "json" = excluded."json", "counter" = excluded."counter", "beacon" = excluded."beacon", "above" = excluded."above", "_version" = excluded."_version", "_deleted" = excluded."_deleted", "_synced_at" = excluded."_synced_at"
        WHERE excluded."_version" > "order"."_version" AND excluded."_home" = "order"."_home"
        """;

    /// <inheritdoc/>
    public override string Unwritten => """SELECT t."id", t."_home" FROM json_each(?1) AS item JOIN "order" AS t ON t."id" = item."value" ->> 0 WHERE NOT (t."_version" < item."value" ->> 1 AND t."_home" = ?2)""";

    /// <inheritdoc/>
    public override string SelectRows => """SELECT "id", "text", "short", "bool", "int", "long", "double", "money", "fine", "time", "date", "clock", "span", "guid", "blob", "colour", "json", "counter", "beacon", "above", "_version", "_deleted", "_home" FROM "order" WHERE "id" IN (SELECT "value" FROM json_each(?1))""";

    /// <inheritdoc/>
    public override string SelectPage => """SELECT "id", "text", "short", "bool", "int", "long", "double", "money", "fine", "time", "date", "clock", "span", "guid", "blob", "colour", "json", "counter", "beacon", "above", "_version", "_deleted", "_home" FROM "order" WHERE "_home" = ?1 AND "id" >= ?2 ORDER BY "id" LIMIT ?3""";

    /// <inheritdoc/>
    public override string Sweep => """
        UPDATE "order" SET "text" = NULL, "short" = NULL, "bool" = NULL, "int" = NULL, "long" = NULL, "double" = NULL, "money" = NULL, "fine" = NULL, "time" = NULL, "date" = NULL, "clock" = NULL, "span" = NULL, "guid" = NULL, "blob" = NULL, "colour" = NULL, "json" = NULL, "counter" = NULL, "beacon" = NULL, "above" = NULL, "_deleted" = 1, "_version" = ?2 - 1, "_synced_at" = ?3
        WHERE "_home" = ?1 AND "_version" < ?2 AND "_deleted" = 0 AND "id" NOT IN (SELECT "value" FROM json_each(?4))
        """;

    /// <inheritdoc/>
    public override string Purge => """
        DELETE FROM "order" WHERE "id" IN (SELECT "id" FROM "order"
        WHERE "_deleted" = 1 AND "_synced_at" < ?1 AND ("_home" = ?2 AND "_version" <= ?3 OR "_home" = 'http') LIMIT 1000)
        """;

    /// <inheritdoc/>
    public override global::System.Collections.Generic.IReadOnlyList<global::HiveGen.SchemaObject> Columns { get; } =
    [
        new("text", "\"text\" TEXT"),
        new("short", "\"short\" TEXT"),
        new("bool", "\"bool\" INTEGER"),
        new("int", "\"int\" INTEGER"),
        new("long", "\"long\" INTEGER"),
        new("double", "\"double\" REAL"),
        new("money", "\"money\" INTEGER"),
        new("fine", "\"fine\" INTEGER"),
        new("time", "\"time\" INTEGER"),
        new("date", "\"date\" TEXT"),
        new("clock", "\"clock\" INTEGER"),
        new("span", "\"span\" INTEGER"),
        new("guid", "\"guid\" TEXT"),
        new("blob", "\"blob\" BLOB"),
        new("colour", "\"colour\" TEXT"),
        new("json", "\"json\" TEXT"),
        new("counter", "\"counter\" INTEGER"),
        new("beacon", "\"beacon\" TEXT"),
        new("above", "\"above\" TEXT"),
    ];
}
