using HiveGen.Targets;

namespace HiveGen.Adapters.Supabase.Export;

/// <summary>The functions of one model beside writing: the end of a full load, the purge of ghosts, rows for a comparison.</summary>
internal static class SupabaseRowsSql
{
    // A page ends here too: one row may be a megabyte.
    private const int PageBytes = 4 * 1024 * 1024;

    private const int PurgeChunk = 1000;

    /// <summary>Makes ghosts of what a full load did not find in the Hive: one below the load's version, so that a parked record of it comes back.</summary>
    public static string Sweep(SyncModel model)
    {
        string function = SupabaseSql.Function("hive_sweep_", model);
        string id = SupabaseSql.Quote(model.Fields[0].Column);
        return $"""
            create or replace function {function}(_hive_home text, _hive_below bigint, _hive_kept jsonb) returns bigint
            language sql security invoker set search_path = '' as $hive$
              with swept as (
                update {SupabaseSql.Table(model)} t set {SupabaseSql.List(model, static field => SupabaseSql.Quote(field.Column) + " = null, ", 1, "")}"_deleted" = true, "_version" = _hive_below - 1, "_synced_at" = pg_catalog.clock_timestamp()
                where t."_home" = _hive_home and t."_version" < _hive_below and not t."_deleted"
                  and t.{id} not in (select k.id::{SupabaseSql.Type(model.Fields[0])} from pg_catalog.jsonb_array_elements_text(_hive_kept) as k(id))
                returning 1)
              select pg_catalog.count(*) from swept
            $hive$;
            {SupabaseFunctions.Rights(function + "(text, bigint, jsonb)")}
            """;
    }

    /// <summary>Deletes ghosts after their retention.</summary>
    public static string Purge(SyncModel model)
    {
        string function = SupabaseSql.Function("hive_purge_", model);
        string id = SupabaseSql.Quote(model.Fields[0].Column);
        return $"""
            create or replace function {function}(_hive_home text, _hive_passed bigint, _hive_before timestamptz) returns bigint
            language sql security invoker set search_path = '' as $hive$
              with purged as (
                delete from {SupabaseSql.Table(model)} d where d.{id} in (
                  select t.{id} from {SupabaseSql.Table(model)} t
                  where t."_deleted" and t."_synced_at" < _hive_before and (t."_home" = _hive_home and t."_version" <= _hive_passed or t."_home" = 'http')
                  limit {PurgeChunk})
                returning 1)
              select pg_catalog.count(*) from purged
            $hive$;
            {SupabaseFunctions.Rights(function + "(text, bigint, timestamptz)")}
            """;
    }

    /// <summary>Rows of a home in the order of their ids, as arrays of texts: version, ghost, fields.</summary>
    public static string Rows(SyncModel model)
    {
        string function = SupabaseSql.Function("hive_rows_", model);
        string id = SupabaseSql.Quote(model.Fields[0].Column);
        string type = SupabaseSql.Type(model.Fields[0]);
        return $"""
            create or replace function {function}(_hive_home text, _hive_after text, _hive_ids jsonb, _hive_page integer) returns jsonb
            language sql stable security invoker set search_path = '' as $hive$
              with page as materialized (
                select t.{id} as id, pg_catalog.to_jsonb(array[t."_version"::text, t."_deleted"::text, {SupabaseSql.List(model, static field => SupabaseSql.Load(field, "t." + SupabaseSql.Quote(field.Column)))}]) as fields
                from {SupabaseSql.Table(model)} t
                where t."_home" = _hive_home and (_hive_after is null or t.{id} > _hive_after::{type})
                  and (_hive_ids is null or t.{id} in (select k.id::{type} from pg_catalog.jsonb_array_elements_text(_hive_ids) as k(id)))
                order by t.{id} limit _hive_page
              ), sized as (
                select p.id, p.fields, pg_catalog.sum(pg_catalog.octet_length(p.fields::text)) over (order by p.id) - pg_catalog.octet_length(p.fields::text) as before from page p
              )
              select coalesce(pg_catalog.jsonb_agg(s.fields order by s.id), '[]'::jsonb) from sized s where s.before < {PageBytes}
            $hive$;
            {SupabaseFunctions.Rights(function + "(text, text, jsonb, integer)")}
            """;
    }
}
