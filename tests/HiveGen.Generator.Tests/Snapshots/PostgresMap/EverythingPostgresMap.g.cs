/// <summary>How the PostgreSQL target stores Everything.</summary>
internal sealed class EverythingPostgresMap : global::HiveGen.Adapters.Postgres.PostgresMap
{
    private const string InsertSql = """
        INSERT INTO "order" AS t ("id", "text", "short", "bool", "int", "long", "double", "money", "fine", "time", "date", "clock", "span", "guid", "blob", "colour", "json", "counter", "beacon", "above", "_version", "_deleted", "_home", "_synced_at")
        SELECT unnest($1::text[]), unnest($2::text[]), unnest($3::text[]), unnest($4::boolean[]), unnest($5::integer[]), unnest($6::bigint[]), unnest($7::double precision[]), unnest($8::numeric(19, 2)[]), unnest($9::numeric(19, 4)[]), unnest($10::timestamptz[]), unnest($11::date[]), unnest($12::time[]), unnest($13::interval[]), unnest($14::uuid[]), unnest($15::bytea[]), unnest($16::text[]), unnest($17::jsonb[]), unnest($18::bigint[]), unnest($19::uuid[]), unnest($20::text[]), unnest($21::bigint[]), unnest($22::boolean[]), $23, clock_timestamp()
        """;

    /// <inheritdoc/>
    public override string Insert => InsertSql;

    /// <inheritdoc/>
    public override string Upsert => InsertSql + "\n" + """
        ON CONFLICT ("id") DO UPDATE SET "text" = excluded."text", "short" = excluded."short", "bool" = excluded."bool", "int" = excluded."int", "long" = excluded."long", "double" = excluded."double", "money" = excluded."money", "fine" = excluded."fine", "time" = excluded."time", "date" = excluded."date", "clock" = excluded."clock", "span" = excluded."span", "guid" = excluded."guid", "blob" = excluded."blob", "colour" = excluded."colour", "json" = excluded."json", "counter" = excluded."counter", "beacon" = excluded."beacon", "above" = excluded."above", "_version" = excluded."_version", "_deleted" = excluded."_deleted", "_synced_at" = excluded."_synced_at"
        WHERE excluded."_version" > t."_version" AND excluded."_home" = t."_home"
        """;

    /// <inheritdoc/>
    public override string CreateTable => """
        CREATE TABLE IF NOT EXISTS "order" (
          "id" text COLLATE "C" NOT NULL PRIMARY KEY,
          "text" text,
          "short" text,
          "bool" boolean,
          "int" integer,
          "long" bigint,
          "double" double precision,
          "money" numeric(19, 2),
          "fine" numeric(19, 4),
          "time" timestamptz,
          "date" date,
          "clock" time,
          "span" interval,
          "guid" uuid,
          "blob" bytea,
          "colour" text,
          "json" jsonb,
          "counter" bigint,
          "beacon" uuid,
          "above" text,
          "_version" bigint NOT NULL,
          "_deleted" boolean NOT NULL DEFAULT false,
          "_home" text NOT NULL,
          "_synced_at" timestamptz NOT NULL DEFAULT clock_timestamp()
        )
        """;

    /// <inheritdoc/>
    public override string CreateView => "CREATE VIEW \"order_live\" AS SELECT \"id\", \"text\", \"short\", \"bool\", \"int\", \"long\", \"double\", \"money\", \"fine\", \"time\", \"date\", \"clock\", \"span\", \"guid\", \"blob\", \"colour\", \"json\", \"counter\", \"beacon\", \"above\" FROM \"order\" WHERE NOT \"_deleted\"";

    /// <inheritdoc/>
    public override string SelectOutcomes => """
        SELECT i.n, t."_home", t.xmin = pg_current_xact_id()::xid
        FROM unnest($1::text[]) WITH ORDINALITY AS i(id, n) JOIN "order" AS t ON t."id" = i.id
        """;

    /// <inheritdoc/>
    public override string Select => "SELECT \"id\", \"text\", \"short\", \"bool\", \"int\", \"long\", \"double\", \"money\", \"fine\", \"time\", \"date\", \"clock\", \"span\", \"guid\", \"blob\", \"colour\", \"json\", \"counter\", \"beacon\", \"above\", \"_version\", \"_deleted\", \"_home\" FROM \"order\"";

    /// <inheritdoc/>
    public override string Sweep => """
        UPDATE "order" AS t SET "text" = NULL, "short" = NULL, "bool" = NULL, "int" = NULL, "long" = NULL, "double" = NULL, "money" = NULL, "fine" = NULL, "time" = NULL, "date" = NULL, "clock" = NULL, "span" = NULL, "guid" = NULL, "blob" = NULL, "colour" = NULL, "json" = NULL, "counter" = NULL, "beacon" = NULL, "above" = NULL, "_deleted" = true, "_version" = $2 - 1, "_synced_at" = clock_timestamp()
        WHERE "_home" = $1 AND "_version" < $2 AND NOT "_deleted" AND NOT EXISTS (SELECT FROM unnest($3::text[]) AS k(id) WHERE k.id = t."id")
        """;

    /// <inheritdoc/>
    public override global::System.Collections.Generic.IReadOnlyList<global::HiveGen.SchemaObject> Columns { get; } =
    [
        new("text", "\"text\" text"),
        new("short", "\"short\" text"),
        new("bool", "\"bool\" boolean"),
        new("int", "\"int\" integer"),
        new("long", "\"long\" bigint"),
        new("double", "\"double\" double precision"),
        new("money", "\"money\" numeric(19, 2)"),
        new("fine", "\"fine\" numeric(19, 4)"),
        new("time", "\"time\" timestamptz"),
        new("date", "\"date\" date"),
        new("clock", "\"clock\" time"),
        new("span", "\"span\" interval"),
        new("guid", "\"guid\" uuid"),
        new("blob", "\"blob\" bytea"),
        new("colour", "\"colour\" text"),
        new("json", "\"json\" jsonb"),
        new("counter", "\"counter\" bigint"),
        new("beacon", "\"beacon\" uuid"),
        new("above", "\"above\" text"),
    ];
}
