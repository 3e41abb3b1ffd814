using HiveGen.Targets;

namespace HiveGen.Adapters.Supabase.Export;

/// <summary>The functions that are called over HTTP: each gives one JSON value, and hands on to the functions of a model.</summary>
internal static class SupabaseFunctions
{
    /// <summary>The cursors, which nobody but the secret key may see.</summary>
    public const string Cursors = """
        create table if not exists public."_hive_cursor" (
          "hive" text not null primary key,
          "session" text not null,
          "seq" bigint not null,
          "epoch" integer not null,
          "high" bigint not null,
          "moved_at" timestamptz not null default pg_catalog.clock_timestamp()
        );
        alter table public."_hive_cursor" enable row level security;
        revoke all on public."_hive_cursor" from anon, authenticated;
        grant select, insert, update, delete on public."_hive_cursor" to service_role;

        """;

    /// <summary>Lets nobody but the secret key call a function: PostgreSQL lets everybody by default.</summary>
    public static string Rights(string function) => $"""
        revoke all on function {function} from public, anon, authenticated;
        grant execute on function {function} to service_role;

        """;

    /// <summary>Reads the cursor.</summary>
    public static string Cursor() => $"""
        create or replace function public.hive_cursor(hive text) returns jsonb
        language sql stable security invoker set search_path = '' as $hive$
          select pg_catalog.jsonb_build_object('session', c."session", 'seq', c."seq", 'epoch', c."epoch", 'high', c."high") from public."_hive_cursor" c where c."hive" = hive_cursor.hive
        $hive$;
        {Rights("public.hive_cursor(text)")}
        """;

    /// <summary>Moves the cursor if it is where it is expected, else undoes the whole transaction.</summary>
    public static string Move() => $"""
        create or replace function public.hive_move(_hive_move jsonb) returns void
        language plpgsql security invoker set search_path = '' as $hive$
        declare
          _hive_from jsonb := nullif(_hive_move -> 'from', 'null'::jsonb);
          _hive_to jsonb := _hive_move -> 'to';
          _hive_found jsonb;
        begin
          if _hive_from is null then
            insert into public."_hive_cursor" ("hive", "session", "seq", "epoch", "high")
            values (_hive_move ->> 'hive', _hive_to ->> 'session', (_hive_to ->> 'seq')::bigint, (_hive_to ->> 'epoch')::integer, (_hive_to ->> 'high')::bigint)
            on conflict do nothing;
          elsif _hive_from = _hive_to then
            -- Several lanes may look at once; nobody moves it meanwhile.
            perform 1 from public."_hive_cursor" c
            where c."hive" = _hive_move ->> 'hive' and c."session" = _hive_from ->> 'session' and c."seq" = (_hive_from ->> 'seq')::bigint and c."epoch" = (_hive_from ->> 'epoch')::integer
            for share;
          else
            update public."_hive_cursor" c
            set "session" = _hive_to ->> 'session', "seq" = (_hive_to ->> 'seq')::bigint, "epoch" = (_hive_to ->> 'epoch')::integer, "high" = (_hive_to ->> 'high')::bigint, "moved_at" = pg_catalog.clock_timestamp()
            where c."hive" = _hive_move ->> 'hive' and c."session" = _hive_from ->> 'session' and c."seq" = (_hive_from ->> 'seq')::bigint and c."epoch" = (_hive_from ->> 'epoch')::integer;
          end if;
          if not found then
            _hive_found := public.hive_cursor(_hive_move ->> 'hive');
            raise exception using errcode = '{SupabaseErrors.CursorConflict}', message = 'The cursor is at ' || coalesce(_hive_found::text, 'nothing') || ' and was left at ' || coalesce(_hive_from::text, 'nothing') || ': another copy of this Hive wrote here.';
          end if;
        end $hive$;
        {Rights("public.hive_move(jsonb)")}
        """;

    /// <summary>Writes a batch: cursor, then rows, model by model.</summary>
    public static string Apply(IReadOnlyList<SyncModel> models) => $"""
        create or replace function public.hive_apply(batch jsonb) returns jsonb
        language plpgsql security invoker set search_path = '' as $hive$
        declare
          _hive_run jsonb;
          _hive_part jsonb;
          _hive_others jsonb := '[]'::jsonb;
          _hive_first bigint := 0;
        begin
          if batch ? 'cursor' then
            perform public.hive_move(batch -> 'cursor');
          end if;
          for _hive_run in select r.value from pg_catalog.jsonb_array_elements(batch -> 'runs') with ordinality as r(value, n) order by r.n loop
        {Choose(models, "_hive_run ->> 'model'", static model => $"_hive_part := {SupabaseSql.Function("hive_apply_", model)}(_hive_run -> 'rows', _hive_run -> 'columns', _hive_run ->> 'home', (_hive_run ->> 'merge')::boolean);")}
            select _hive_others || coalesce(pg_catalog.jsonb_agg(pg_catalog.jsonb_set(o.value, array['n'], pg_catalog.to_jsonb((o.value ->> 'n')::bigint + _hive_first))), '[]'::jsonb)
            into _hive_others from pg_catalog.jsonb_array_elements(_hive_part) as o(value);
            _hive_first := _hive_first + pg_catalog.jsonb_array_length(_hive_run -> 'rows');
          end loop;
          return pg_catalog.jsonb_build_object('written', _hive_first - pg_catalog.jsonb_array_length(_hive_others), 'others', _hive_others);
        end $hive$;
        {Rights("public.hive_apply(jsonb)")}
        """;

    /// <summary>Ends a full load, if the cursor is where the Hive left it: it is held there until the transaction ends.</summary>
    public static string Sweep(IReadOnlyList<SyncModel> models) => """
        drop function if exists public.hive_sweep(text, text, bigint, jsonb); -- of an older version, which did not look at the cursor

        """ + ByModel(
        models,
        "hive_sweep",
        "model text, home text, below bigint, kept jsonb, place jsonb",
        "text, text, bigint, jsonb, jsonb",
        "bigint",
        static model => $"return {SupabaseSql.Function("hive_sweep_", model)}(home, below, kept);",
        first: """
                if nullif(place, 'null'::jsonb) is not null then
                  perform public.hive_move(pg_catalog.jsonb_build_object('hive', home, 'from', place, 'to', place));
                end if;

            """);

    /// <summary>Gives rows for a comparison.</summary>
    public static string Rows(IReadOnlyList<SyncModel> models) => ByModel(
        models, "hive_rows", "model text, home text, after text, ids jsonb, page integer", "text, text, text, jsonb, integer", "jsonb", static model => $"return {SupabaseSql.Function("hive_rows_", model)}(home, after, nullif(ids, 'null'::jsonb), page);");

    /// <summary>Purges ghosts of every model.</summary>
    public static string Purge(IReadOnlyList<SyncModel> models)
    {
        string before = "pg_catalog.clock_timestamp() - pg_catalog.make_interval(secs => seconds)";
        string sum = string.Join("\n    + ", models.Select(model => $"{SupabaseSql.Function("hive_purge_", model)}(home, passed, {before})").Prepend("0"));
        return $"""
            create or replace function public.hive_purge(home text, passed bigint, seconds double precision) returns bigint
            language sql security invoker set search_path = '' as $hive$
              select {sum}
            $hive$;
            {Rights("public.hive_purge(text, bigint, double precision)")}
            """;
    }

    /// <summary>Tells what this migration knows, and what its tables are now: each column's type, whether it must have a value, and whether it is a key.</summary>
    public static string Models(IReadOnlyList<SyncModel> models)
    {
        string known = string.Join(",", models.Select(static model => $"\"{model.Name}\":[{SupabaseSql.List(model, static field => $"\"{field.Column}\"", separator: ",")}]"));
        string json = "{\"form\":" + SupabaseModels.Form + ",\"models\":{" + known + "}}";
        string tables = string.Join(", ", models.Select(static model => SupabaseSql.Text(model.Name)));
        return $"""
            create or replace function public.hive_models() returns jsonb
            language sql stable security invoker set search_path = '' as $hive$
              select {SupabaseSql.Text(json)}::jsonb || pg_catalog.jsonb_build_object('tables', coalesce(pg_catalog.jsonb_object_agg(t.name, t.columns), pg_catalog.jsonb_build_object()))
              from (
                select c.relname as name, pg_catalog.jsonb_object_agg(a.attname, pg_catalog.jsonb_build_array(pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull,
                  exists (select from pg_catalog.pg_index i where i.indrelid = c.oid and i.indisunique and i.indimmediate and i.indpred is null and i.indnkeyatts = 1 and i.indkey[0] = a.attnum))) as columns
                from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = 'public'::pg_catalog.regnamespace and c.relname = any (array[{tables}]::text[]) and a.attnum > 0 and not a.attisdropped
                group by c.relname) t
            $hive$;
            {Rights("public.hive_models()")}
            """;
    }

    private static string ByModel(IReadOnlyList<SyncModel> models, string name, string parameters, string types, string result, Func<SyncModel, string> body, string first = "") => $"""
        create or replace function public.{name}({parameters}) returns {result}
        language plpgsql security invoker set search_path = '' as $hive$
        begin
        {first}{Choose(models, "model", body)}
        end $hive$;
        {Rights($"public.{name}({types})")}
        """;

    private static string Choose(IReadOnlyList<SyncModel> models, string name, Func<SyncModel, string> body)
    {
        string choices = string.Join("\n    els", models.Select(model => $"if {name} = {SupabaseSql.Text(model.Name)} then\n      {body(model)}"));
        string refuse = $"raise exception using errcode = '{SupabaseErrors.OtherSchema}', message = 'There is no model ' || coalesce({name}, '');";
        return models.Count == 0 ? "    " + refuse : $"    {choices}\n    else\n      {refuse}\n    end if;";
    }
}
