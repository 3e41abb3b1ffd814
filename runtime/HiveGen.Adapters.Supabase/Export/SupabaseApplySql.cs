using HiveGen.Targets;

namespace HiveGen.Adapters.Supabase.Export;

/// <summary>
/// The function that writes rows of one model. All at once, and where the database refuses a row, one by one: then each that is
/// refused is named, and the others are written.
/// </summary>
internal static class SupabaseApplySql
{
    /// <summary>Makes the function.</summary>
    public static string Of(SyncModel model)
    {
        string function = SupabaseSql.Function("hive_apply_", model);
        string id = SupabaseSql.Quote(model.Fields[0].Column);
        string incoming = SupabaseSql.List(model, static field => $"{SupabaseSql.Quote(field.Column)} {SupabaseSql.Incoming(field)}");
        string names = SupabaseSql.List(model, static field => SupabaseSql.Quote(field.Column));
        string columns = SupabaseSql.List(model, static field => SupabaseSql.Text(field.Column));
        string insert = $"""
            insert into {SupabaseSql.Table(model)} as t ({names}, "_version", "_deleted", "_home", "_synced_at")
                  select {SupabaseSql.List(model, static field => SupabaseSql.Store(field, "s." + SupabaseSql.Quote(field.Column)))}, coalesce(s._version, 1), coalesce(s._deleted, false), _hive_home, pg_catalog.clock_timestamp()
                  from source s
                  on conflict ({id}) do update set
            """;
        return $$"""
            create or replace function {{function}}(_hive_rows jsonb, _hive_columns jsonb, _hive_home text, _hive_merge boolean) returns jsonb
            language plpgsql security invoker set search_path = '' as $hive$
            declare
              _hive_others jsonb;
              _hive_part jsonb;
              _hive_row jsonb;
              _hive_number bigint;
            begin
              select pg_catalog.to_jsonb(c.name) into _hive_part from pg_catalog.jsonb_array_elements_text(_hive_columns) as c(name) where c.name <> all (array[{{columns}}]) limit 1;
              if _hive_part is not null then
                raise exception using errcode = '{{SupabaseErrors.OtherSchema}}', message = {{SupabaseSql.Text(model.Name + " has no column ")}} || _hive_part::text;
              end if;
              if _hive_merge then
                with source as materialized (
                  select * from rows from (pg_catalog.jsonb_to_recordset(_hive_rows) as ({{incoming}}, _version bigint, _deleted boolean, _hive_revive boolean, _hive_given jsonb)) with ordinality
                    as s({{names}}, _version, _deleted, _hive_revive, _hive_given, _hive_n)
                ), written as (
                  {{insert}}
                    {{Merge(model, id)}}"_version" = t."_version" + 1, "_deleted" = excluded."_deleted", "_synced_at" = excluded."_synced_at"
                  where t."_home" = excluded."_home" and (not t."_deleted" or (select s._hive_revive and not excluded."_deleted" from source s where s.{{id}} = excluded.{{id}}))
                  returning t.{{id}}
                )
                select pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('n', s._hive_n - 1, 'id', s.{{id}})) into _hive_others
                from source s where s.{{id}} not in (select w.{{id}} from written w);
              else
                with source as materialized (
                  select * from rows from (pg_catalog.jsonb_to_recordset(_hive_rows) as ({{incoming}}, _version bigint, _deleted boolean)) with ordinality
                    as s({{names}}, _version, _deleted, _hive_n)
                ), written as (
                  {{insert}}
                    {{SupabaseSql.List(model, static field => $"{SupabaseSql.Quote(field.Column)} = excluded.{SupabaseSql.Quote(field.Column)}, ", 1, "")}}"_version" = excluded."_version", "_deleted" = excluded."_deleted", "_synced_at" = excluded."_synced_at"
                  where excluded."_version" > t."_version" and excluded."_home" = t."_home"
                  returning t.{{id}}
                )
                select pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('n', s._hive_n - 1, 'id', s.{{id}})) into _hive_others
                from source s where s.{{id}} not in (select w.{{id}} from written w);
              end if;
              -- A statement of its own, which sees what others committed meanwhile.
              select pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('n', o.n, 'home', t."_home")) into _hive_others
              from pg_catalog.jsonb_to_recordset(_hive_others) as o(n bigint, id {{SupabaseSql.Type(model.Fields[0])}}) left join {{SupabaseSql.Table(model)}} t on t.{{id}} = o.id;
              return coalesce(_hive_others, '[]'::jsonb);
            exception when data_exception or integrity_constraint_violation or with_check_option_violation or program_limit_exceeded or raise_exception then
              if pg_catalog.jsonb_array_length(_hive_rows) = 1 then
                return pg_catalog.jsonb_build_array(pg_catalog.jsonb_build_object('n', 0, 'code', sqlstate, 'error', sqlerrm));
              end if;
              _hive_others := '[]'::jsonb;
              for _hive_row, _hive_number in select e.value, e.ordinality - 1 from pg_catalog.jsonb_array_elements(_hive_rows) with ordinality as e(value, ordinality) loop
                _hive_part := {{function}}(pg_catalog.jsonb_build_array(_hive_row), _hive_columns, _hive_home, _hive_merge);
                if _hive_part <> '[]'::jsonb then
                  _hive_others := _hive_others || pg_catalog.jsonb_set(_hive_part -> 0, '{n}', pg_catalog.to_jsonb(_hive_number));
                end if;
              end loop;
              return _hive_others;
            end $hive$;
            {{SupabaseFunctions.Rights(function + "(jsonb, jsonb, text, boolean)")}}
            """;
    }

    // Over a live row only the given fields count; a ghost has none of its own.
    private static string Merge(SyncModel model, string id) => SupabaseSql.List(
        model,
        field => $"{SupabaseSql.Quote(field.Column)} = case when {Given(field, id)} then excluded.{SupabaseSql.Quote(field.Column)} else t.{SupabaseSql.Quote(field.Column)} end, ",
        1,
        "");

    private static string Given(SyncField field, string id)
        => $"t.\"_deleted\" or excluded.\"_deleted\" or (select s._hive_given ? {SupabaseSql.Text(field.Column)} from source s where s.{id} = excluded.{id})";
}
