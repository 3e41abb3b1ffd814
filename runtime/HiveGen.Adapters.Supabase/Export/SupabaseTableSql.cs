using HiveGen.Targets;

namespace HiveGen.Adapters.Supabase.Export;

/// <summary>The table of a model, which only the secret key may write, and its view.</summary>
internal static class SupabaseTableSql
{
    /// <summary>Makes the table, adds the columns that came since, and makes the view anew. Rights that were given to others stay.</summary>
    public static string Of(SyncModel model)
    {
        string table = SupabaseSql.Table(model);
        string view = "public." + SupabaseSql.Quote(model.Name + "_live");
        string columns = string.Concat(model.Fields.Skip(1).Select(field => $"alter table {table} add column if not exists {SupabaseSql.Quote(field.Column)} {SupabaseSql.Type(field)};\n"));
        string id = SupabaseSql.Quote(model.Fields[0].Column);
        return $"""
            -- {model.Name}
            do $hive$ begin
              if pg_catalog.to_regclass({SupabaseSql.Text(table)}) is null then
                create table {table} (
                  {id} {SupabaseSql.Type(model.Fields[0])} not null primary key,
                  "_version" bigint not null,
                  "_deleted" boolean not null default false,
                  "_home" text not null,
                  "_synced_at" timestamptz not null default pg_catalog.clock_timestamp()
                );
                -- Once: what you grant later stays when this is run again.
                revoke all on {table} from anon, authenticated;
              end if;
            end $hive$;
            {columns}create index if not exists {SupabaseSql.Quote(model.Name + "_hive_home")} on {table} ("_home", {id});
            alter table {table} enable row level security;
            grant select, insert, update, delete on {table} to service_role;
            do $hive$
            declare
              _hive_right text;
              _hive_rights text[] := array(
                select pg_catalog.format('grant %s on %s to %s', a.privilege_type, {SupabaseSql.Text(view)}, case a.grantee when 0 then 'public' else a.grantee::pg_catalog.regrole::text end)
                from pg_catalog.pg_class c, pg_catalog.aclexplode(c.relacl) a where c.oid = pg_catalog.to_regclass({SupabaseSql.Text(view)}) and a.grantee <> c.relowner);
            begin
              drop view if exists {view};
              create view {view} with (security_invoker = true) as
                select {SupabaseSql.List(model, static field => SupabaseSql.Quote(field.Column))} from {table} where not "_deleted";
              revoke all on {view} from anon, authenticated;
              grant select on {view} to service_role;
              foreach _hive_right in array _hive_rights loop
                execute _hive_right;
              end loop;
            end $hive$;

            """;
    }
}
