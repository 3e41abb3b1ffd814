using System.Net;
using HiveGen.Adapters.Supabase.Export;

namespace HiveGen.Tests;

/// <summary>What a project with the migration does, beside what every target does.</summary>
[Collection(SupabaseCollection.Name)]
[Requires<PostgrestServer>]
public sealed class SupabaseProjectTests(SupabaseProject project) : ConformanceTests(new SupabaseProbe(project))
{
    [ServerFact]
    public async Task A_batch_of_more_rows_than_the_projects_limit_is_one_request_and_every_row_has_its_outcome()
    {
        await PrepareAsync(Items.Notes);
        int before = project.Gateway.Requests;
        SyncItem[] items = [.. Enumerable.Range(0, 1500).Select(static n => Items.Note($"n{n}", n + 1))];
        await ApplyAsync(items);
        Assert.Equal(1, project.Gateway.Requests - before);
        Assert.All(await SendAsync(items), static outcome => Assert.Equal(ItemStatus.Stale, outcome.Status));
    }

    [ServerFact]
    public async Task The_migration_may_be_run_again_and_keeps_what_is_there()
    {
        await PrepareAsync(Items.Notes);
        await ApplyAsync(Items.Note("n1", 5, "five"));
        await PrepareAsync(Items.Notes);
        await StoredAsync(Items.Note("n1", 5, "five"));
    }

    [ServerFact]
    public async Task Rights_that_were_given_stay_when_the_migration_is_run_again()
    {
        await PrepareAsync(Items.Notes);
        await project.Postgres.SqlAsync("grant select on public.notes, public.notes_live to authenticated; grant insert on public.notes_live to anon");
        string before = await RightsAsync();
        Assert.Contains("notes authenticated SELECT", before, StringComparison.Ordinal);
        Assert.Contains("notes_live authenticated SELECT", before, StringComparison.Ordinal);
        Assert.Contains("notes_live anon INSERT", before, StringComparison.Ordinal);
        await PrepareAsync(Items.Notes);
        Assert.Equal(before, await RightsAsync());
    }

    [ServerFact]
    public async Task Nobody_but_the_secret_key_reads_writes_or_calls()
    {
        await PrepareAsync(Items.Notes);
        await ApplyAsync(Items.Note("n1", 5));
        using HttpClient client = new() { BaseAddress = new Uri(project.Gateway.Url) };
        foreach (string key in new[] { SupabaseKeys.Publishable, SupabaseKeys.TokenOf("anon"), SupabaseKeys.TokenOf("authenticated") })
        {
            client.DefaultRequestHeaders.Remove("apikey");
            client.DefaultRequestHeaders.Add("apikey", key);
            using HttpResponseMessage called = await client.PostAsync("rest/v1/rpc/hive_models", new StringContent("{}", null, "application/json"));
            Assert.Contains(called.StatusCode, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden });
        }

        // Everything, by what the database itself says; PostgREST asks it.
        string allowed = await project.Postgres.SqlAsync("""
            select r.name || ' ' || p.oid::regprocedure from (values ('anon'), ('authenticated')) as r(name), pg_proc p
            where p.pronamespace = 'public'::regnamespace and has_function_privilege(r.name, p.oid, 'execute')
            union all
            select r.name || ' ' || c.relname from (values ('anon'), ('authenticated')) as r(name), pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') and has_table_privilege(r.name, c.oid, 'select, insert, update, delete')
            union all
            select 'no row-level security: ' || c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relrowsecurity
            """);
        Assert.Equal("", allowed.Trim());
        await using SupabaseTarget target = new("supabase", project.Gateway.Url, new SupabaseTargetOptions { Key = SupabaseKeys.Publishable });
        TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await target.PrepareAsync([Items.Notes], CancellationToken.None));
        Assert.Equal(TargetFailure.Configuration, refused.Failure);
    }

    [ServerFact]
    public async Task An_app_that_is_newer_than_the_migration_waits_for_it()
    {
        await Probe.DeployAsync([Items.Notes]);
        await project.Postgres.SqlAsync(SupabaseMigration.Of([Items.Notes]).Replace("\"body\",", "", StringComparison.Ordinal).Replace("'body', ", "", StringComparison.Ordinal));
        TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await Target.SendAsync(new SendBatch([Items.Note("n1", 1)], null), CancellationToken.None));
        Assert.Equal(TargetFailure.Schema, refused.Failure);
        Assert.Contains("body", refused.Message, StringComparison.Ordinal);
        await StoredAsync();
        Assert.Equal(TargetFailure.Schema, (await Assert.ThrowsAsync<TargetException>(async () => await Target.SendAsync(new SendBatch([Items.Item("u1", 1, new UserSync { Id = "u1", Name = "Ann" })], null), CancellationToken.None))).Failure);
    }

    [ServerFact]
    public async Task A_table_that_somebody_changed_is_told()
    {
        await PrepareAsync(Items.Notes);
        foreach ((string change, string told) in new[]
        {
            ("drop view public.notes_live; alter table public.notes alter column rank type text", "\"rank\" of \"notes\" is text here, and the app now sends bigint"),
            ("alter table public.notes alter column rank type bigint using rank::bigint, alter column body set not null", "\"body\" of \"notes\" is NOT NULL here"),
            ("alter table public.notes alter column body drop not null, drop constraint notes_pkey", "\"id\" of \"notes\" is no key of its own here"),
            ("alter table public.notes add primary key (id), drop column body", "without the column body"),
        })
        {
            await project.Postgres.SqlAsync(change);
            TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await Target.PrepareAsync([Items.Notes], CancellationToken.None));
            Assert.Equal(TargetFailure.Schema, refused.Failure);
            Assert.Contains(told, refused.Message, StringComparison.Ordinal);
        }
    }

    [ServerFact]
    public async Task Ghosts_are_purged_after_their_retention_once_the_cursor_has_passed_them()
    {
        await PrepareAsync(Items.Notes);
        await ApplyAsync(Items.Gone("n1", SyncVersion.Of(1, 5)), Items.Gone("n2", SyncVersion.Of(1, 50)), Items.Gone("n3", SyncVersion.Of(1, 5), "hive_2"), Items.Note("n4", SyncVersion.Of(1, 6)));
        await using SupabaseTarget target = new("supabase", project.Gateway.Url, new SupabaseTargetOptions { Key = SupabaseKeys.Secret, GhostRetention = TimeSpan.FromTicks(1) });
        await target.SendAsync(new SendBatch([], new CursorMove(Items.Home, null, new TargetCursor("session_a", 10, 1, 50))), CancellationToken.None);
        await StoredAsync(Items.Gone("n2", SyncVersion.Of(1, 50)), Items.Gone("n3", SyncVersion.Of(1, 5), "hive_2"), Items.Note("n4", SyncVersion.Of(1, 6)));
    }

    [ServerFact]
    public async Task A_value_that_only_another_program_can_have_written_differs_and_stops_no_comparison()
    {
        SyncItem item = Items.Item("e1", 5, new EverythingSync { Id = "e1", Text = "text" });
        await PrepareAsync(item.Model);
        await ApplyAsync(item);
        IReadOnlyList<BucketDigest> before = await Target.DigestAsync(item.Model, Items.Home, 16, CancellationToken.None);
        foreach (string value in new[] { "decimal = 'NaN'", "date = '0044-03-15 BC'", "timestamp = 'infinity'" })
        {
            await project.Postgres.SqlAsync($"update public.everything set {value}");
            IReadOnlyList<BucketDigest> after = await Target.DigestAsync(item.Model, Items.Home, 16, CancellationToken.None);
            Assert.NotEqual(before, after);
            Assert.Equal(1, after.Sum(static bucket => bucket.Count));
        }
    }

    [ServerFact]
    public async Task Rows_of_more_bytes_than_a_page_are_all_read_and_no_page_is_longer()
    {
        await PrepareAsync(Items.Notes);
        SyncItem[] items = [.. Enumerable.Range(0, 8).Select(static n => Items.Note($"n{n}", n + 1, body: new string('x', 800_000)))];
        await ApplyAsync(items[..4]);
        await ApplyAsync(items[4..]);
        int requests = 0;
        Func<Task> count = () =>
        {
            requests++;
            return Task.CompletedTask;
        };
        await using HiveTarget target = Assert.IsType<SupabaseTarget>(Probe.CreateWatched(count));
        Assert.Equal(8, (await target.DigestAsync(Items.Notes, Items.Home, 4, CancellationToken.None)).Sum(static bucket => bucket.Count));
        Assert.Equal(3, requests);
        requests = 0;
        IReadOnlyList<RowDigest> rows = await target.ReadRowsAsync(Items.Notes, Items.Home, [.. items.Select(static item => item.Id)], CancellationToken.None);
        Assert.Equal(items.Select(static item => (item.RecordId, item.Version)), rows.Select(static row => (row.Id.ToString(), row.Version)).Order());
        Assert.Equal(3, requests);
    }

    [ServerFact]
    public async Task The_database_may_restart_under_a_project()
    {
        await PrepareAsync(Items.Notes);
        await ApplyAsync(Items.Note("n1", 1));
        await project.Postgres.StopAsync();
        TargetException failed = await Assert.ThrowsAsync<TargetException>(async () => await Target.SendAsync(new SendBatch([Items.Note("n1", 2)], null), CancellationToken.None));
        Assert.Contains(failed.Failure, new[] { TargetFailure.Transient, TargetFailure.Throttled });
        await project.Postgres.StartAsync();
        await Probe.DeployAsync([Items.Notes]);
        await ApplyAsync(Items.Note("n1", 2));
        await StoredAsync(Items.Note("n1", 2));
    }

    [ServerFact]
    public async Task A_trigger_that_leaves_a_row_out_is_told()
    {
        await PrepareAsync(Items.Notes);
        await project.Postgres.SqlAsync("""
            create function public.leave_out() returns trigger language plpgsql as $$ begin return null; end $$;
            create trigger leave_out before insert on public.notes for each row when (new.id = 'n2') execute function public.leave_out();
            """);
        IReadOnlyList<ItemOutcome> outcomes = await SendAsync(Items.Note("n1", 1), Items.Note("n2", 2));
        Assert.Equal([ItemStatus.Applied, ItemStatus.Permanent], outcomes.Select(static outcome => outcome.Status));
    }

    private Task<string> RightsAsync() => project.Postgres.SqlAsync("""
        select c.relname || ' ' || a.grantee::regrole || ' ' || a.privilege_type
        from pg_class c, aclexplode(c.relacl) a where c.relname in ('notes', 'notes_live') and a.grantee <> c.relowner order by 1
        """);

    [Fact]
    public void The_migration_is_the_same_every_time() => Assert.Equal(SupabaseMigration.Of(Items.Models), SupabaseMigration.Of([.. Items.Models]));
}
