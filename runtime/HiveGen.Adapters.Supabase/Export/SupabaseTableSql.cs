using HiveGen.Targets;

namespace HiveGen.Adapters.Supabase.Export;

/// <summary>The table of a model, which only the secret key may write, and its view.</summary>
internal static class SupabaseTableSql
{
    /// <summary>Makes the table, adds the columns that came since, and makes the view anew.</summary>
    public static string Of(SyncModel model)
    {
        string table = SupabaseSql.Table(model);
        string view = "public." + SupabaseSql.Quote(model.Name + "_live");
        string columns = string.Concat(model.Fields.Skip(1).Select(field => $"alter table {table} add column if not exists {SupabaseSql.Quote(field.Column)} {SupabaseSql.Type(field)};\n"));
        string id = SupabaseSql.Quote(model.Fields[0].Column);
        return $"""
            -- {model.Name}
            create table if not exists {table} (
              {id} {SupabaseSql.Type(model.Fields[0])} not null primary key,
              "_version" bigint not null,
              "_deleted" boolean not null default false,
              "_home" text not null,
              "_synced_at" timestamptz not null default pg_catalog.clock_timestamp()
            );
            {columns}create index if not exists {SupabaseSql.Quote(model.Name + "_hive_home")} on {table} ("_home", {id});
            alter table {table} enable row level security;
            revoke all on {table} from anon, authenticated;
            grant select, insert, update, delete on {table} to service_role;
            drop view if exists {view};
            create view {view} with (security_invoker = true) as
              select {SupabaseSql.List(model, static field => SupabaseSql.Quote(field.Column))} from {table} where not "_deleted";
            revoke all on {view} from anon, authenticated;
            grant select on {view} to service_role;

            """;
    }
}
