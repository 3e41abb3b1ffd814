using System.Text.Json;
using HiveGen.Adapters.Supabase.Export;

namespace HiveGen.Tests;

/// <summary>A Supabase project under the suite. The exported migration is run as a user would; rows are read past PostgREST.</summary>
public sealed class SupabaseProbe(SupabaseProject project) : TargetProbe
{
    public override bool CursorIsTransactional => true;

    public override bool MakesSchema => false;

    public override bool Verifies => true;

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Adapter"] = "Supabase", ["Url"] = project.Gateway.Url, ["Key"] = SupabaseKeys.Secret };

    public override BadRowReport BadRows => BadRowReport.Item;

    public override async ValueTask ResetAsync()
    {
        if (!project.Postgrest.Running)
        {
            await project.Postgrest.StartAsync();
        }

        await project.Postgres.SqlAsync("""
            drop schema public cascade;
            create schema public;
            grant usage on schema public to anon, authenticated, service_role;
            alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
            alter default privileges in schema public grant all on functions to anon, authenticated, service_role;
            """);
        await DeployAsync([]);
    }

    public override HiveTarget Create() => new SupabaseTarget("supabase", project.Gateway.Url, new SupabaseTargetOptions { Key = SupabaseKeys.Secret });

    public override HiveTarget CreateWatched(Func<Task> beforeRequest)
        => new SupabaseTarget("supabase", project.Gateway.Url, new SupabaseTargetOptions { Key = SupabaseKeys.Secret, Handler = RequestWatch.Of(beforeRequest) });

    public override HiveTarget CreateWithWrongKey() => new SupabaseTarget("supabase", project.Gateway.Url, new SupabaseTargetOptions { Key = WrongKey });

    public override async ValueTask DeployAsync(IReadOnlyList<SyncModel> models)
    {
        // PostgREST hears of a migration a moment after it: when it knows this function, which comes with it.
        string sign = $"deployed_{Guid.NewGuid():N}";
        await project.Postgres.SqlAsync($"""
            {SupabaseMigration.Of(models)}
            create function public.{sign}() returns integer language sql as 'select 1';
            revoke all on function public.{sign}() from public, anon, authenticated;
            notify pgrst, 'reload schema';
            """);
        using HttpClient client = new() { BaseAddress = new Uri(project.Gateway.Url) };
        client.DefaultRequestHeaders.Add("apikey", SupabaseKeys.Secret);
        await Eventually.TrueAsync(
            async () =>
            {
                using HttpResponseMessage answer = await client.PostAsync($"rest/v1/rpc/{sign}", new StringContent("{}", null, "application/json"));
                return answer.IsSuccessStatusCode;
            },
            "PostgREST did not see the migration.");
    }

    public override async ValueTask<IReadOnlyList<StoredRow>> ReadAsync(SyncModel model)
    {
        string durations = string.Concat(model.Fields.Where(static field => field.Type == SyncType.Duration)
            .Select(static field => $" || jsonb_build_object('{field.Column}', (extract(epoch from t.\"{field.Column}\") * 1000000)::bigint)"));
        string found = await project.Postgres.SqlAsync($"select to_regclass('public.\"{model.Name}\"') is not null");
        if (found.Trim() != "t")
        {
            return [];
        }

        // In hex: psql leaves out some letters when it prints.
        string hex = await project.Postgres.SqlAsync($"set timezone = 'UTC'; select encode(convert_to(coalesce(jsonb_agg(to_jsonb(t){durations}), '[]')::text, 'UTF8'), 'hex') from public.\"{model.Name}\" t");
        using JsonDocument rows = JsonDocument.Parse(Convert.FromHexString(hex.AsSpan().Trim()));
        return [.. rows.RootElement.EnumerateArray().Select(row => Row(model, row))];
    }

    public override async ValueTask DropAsync(SyncModel model) => await project.Postgres.SqlAsync($"drop table public.\"{model.Name}\" cascade");

    public override async ValueTask RefuseTitleAsync(string title) => await project.Postgres.SqlAsync($"alter table public.notes add constraint no_such_title check (title <> '{title}')");

    public override async ValueTask StopAsync() => await project.Postgrest.KillAsync();

    public override async ValueTask StartAsync() => await project.Postgrest.StartAsync();

    public override async ValueTask DisposeAsync()
    {
        if (!project.Postgrest.Running)
        {
            await project.Postgrest.StartAsync();
        }
    }

    private static StoredRow Row(SyncModel model, JsonElement row)
    {
        object?[] values = [.. model.Fields.Select(field => Value(field, row.GetProperty(field.Column)))];
        return new StoredRow(Convert.ToString(values[0], System.Globalization.CultureInfo.InvariantCulture)!, row.GetProperty("_version").GetInt64(), row.GetProperty("_deleted").GetBoolean(), row.GetProperty("_home").GetString()!, values);
    }

    // SQL's null and that of JSON are one in a row made JSON: a column of JSON that is not null is told by the schema.
    private static object? Value(SyncField field, JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : field.Type switch
    {
        SyncType.Text or SyncType.Enum => value.GetString(),
        SyncType.Bool => value.GetBoolean(),
        SyncType.Int32 or SyncType.Int64 or SyncType.Duration => value.GetInt64(),
        SyncType.Double => value.GetDouble(),
        SyncType.Decimal => value.GetDecimal(),
        SyncType.Timestamp => UnixMicros.Write(value.GetDateTimeOffset()),
        SyncType.Date => DateOnly.ParseExact(value.GetString()!, "O"),
        SyncType.Time => UnixMicros.Write(TimeOnly.Parse(value.GetString()!, System.Globalization.CultureInfo.InvariantCulture)),
        SyncType.Guid => value.GetGuid(),
        SyncType.Blob => Convert.FromHexString(value.GetString()!.AsSpan(2)),
        _ => value.GetRawText(),
    };
}
