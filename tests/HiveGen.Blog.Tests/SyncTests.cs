using System.Net;
using System.Net.Http.Json;
using HiveGen.Blog.Tests.Support;
using Xunit;

namespace HiveGen.Blog.Tests;

public sealed class SyncTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_account_arrives_changes_and_leaves()
    {
        await using BlogServer server = await BlogServer.StartAsync(folder);
        Replica replica = new(folder);

        string id = await server.SignUpAsync("ada");
        await server.SyncedAsync();
        Assert.Equal("ada@example.com", replica.Scalar("SELECT email FROM users_live WHERE id = $id", id));
        Assert.Equal("free", replica.Scalar("SELECT subscription_plan FROM users_live WHERE id = $id", id));

        using HttpResponseMessage changed = await server.Client.PatchAsJsonAsync("/accounts/" + id, new { name = "Ada Lovelace" });
        await changed.ReadAsync(HttpStatusCode.OK);
        await server.SyncedAsync();
        Assert.Equal("Ada Lovelace", replica.Scalar("SELECT name FROM users_live WHERE id = $id", id));

        using HttpResponseMessage removed = await server.Client.DeleteAsync("/accounts/" + id);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        await server.SyncedAsync();
        Assert.Null(replica.Scalar("SELECT id FROM users_live WHERE id = $id", id));
        Assert.Equal(1L, replica.Scalar("SELECT _deleted FROM users WHERE id = $id", id));
        Assert.Null(replica.Scalar("SELECT email FROM users WHERE id = $id", id));
    }

    [Fact]
    public async Task What_an_account_takes_with_it_leaves_too()
    {
        await using BlogServer server = await BlogServer.StartAsync(folder);
        Replica replica = new(folder);
        string id = await server.SignUpAsync("ada");
        await server.LogInAsync("ada");
        string post = await server.PostAsync("Notes");
        using HttpResponseMessage commented = await server.Client.PostAsJsonAsync($"/posts/{post}/comments", new { text = "First!" });
        await commented.ReadAsync(HttpStatusCode.Created);
        await server.SyncedAsync();
        Assert.Equal(1L, replica.Scalar("SELECT count(*) FROM posts_live"));
        Assert.Equal(1L, replica.Scalar("SELECT count(*) FROM comments_live"));

        using HttpResponseMessage removed = await server.Client.DeleteAsync("/accounts/" + id);

        await server.SyncedAsync();
        Assert.Equal(0L, replica.Scalar("SELECT count(*) FROM posts_live"));
        Assert.Equal(0L, replica.Scalar("SELECT count(*) FROM comments_live"));
    }

    [Fact]
    public async Task Secrets_never_leave()
    {
        await using BlogServer server = await BlogServer.StartAsync(folder);
        await server.SignUpAsync("ada");
        await server.LogInAsync("ada");
        await server.SyncedAsync();

        Replica replica = new(folder);
        Assert.Equal(0L, replica.Scalar("SELECT count(*) FROM pragma_table_info('users') WHERE name LIKE '%password%'"));
        Assert.Equal(0L, replica.Scalar("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'session%' OR name LIKE 'profile%'"));
    }

    [Fact]
    public async Task The_app_goes_on_while_the_replica_is_locked()
    {
        await using BlogServer server = await BlogServer.StartAsync(folder);
        Replica replica = new(folder);
        await server.SignUpAsync("ada");
        await server.SyncedAsync();

        string id;
        using (Microsoft.Data.Sqlite.SqliteConnection other = new(replica.ConnectionString))
        {
            other.Open();
            using Microsoft.Data.Sqlite.SqliteTransaction blocks = other.BeginTransaction(); // BEGIN IMMEDIATE: nobody else may write
            id = await server.SignUpAsync("bob");
            using HttpResponseMessage read = await server.Client.GetAsync("/accounts/" + id);
            await read.ReadAsync(HttpStatusCode.OK);
            Assert.Null(replica.Scalar("SELECT id FROM users WHERE id = $id", id));
        }

        await server.SyncedAsync();
        Assert.Equal("bob@example.com", replica.Scalar("SELECT email FROM users_live WHERE id = $id", id));
    }

    [Fact]
    public async Task Data_and_sync_survive_a_restart()
    {
        string first, second;
        await using (BlogServer server = await BlogServer.StartAsync(folder))
        {
            first = await server.SignUpAsync("ada");
            await server.SyncedAsync();
        }

        await using (BlogServer server = await BlogServer.StartAsync(folder))
        {
            using HttpResponseMessage read = await server.Client.GetAsync("/accounts/" + first);
            await read.ReadAsync(HttpStatusCode.OK);
            second = await server.SignUpAsync("bob");
            await server.SyncedAsync();
        }

        Replica replica = new(folder);
        Assert.Equal(2L, replica.Scalar("SELECT count(*) FROM users_live"));
        Assert.Equal("bob@example.com", replica.Scalar("SELECT email FROM users_live WHERE id = $id", second));
    }

    [Fact]
    public async Task What_was_written_without_a_target_is_loaded_when_one_appears()
    {
        await using (BlogServer server = await BlogServer.StartAsync(folder, "--Hive:Targets:replica:Connection=Data Source=" + folder.File("other.db")))
        {
            await server.SignUpAsync("ada");
            await server.SyncedAsync();
        }

        await using (BlogServer server = await BlogServer.StartAsync(folder))
        {
            await server.SyncedAsync();
        }

        Assert.Equal("ada@example.com", new Replica(folder).Scalar("SELECT email FROM users_live"));
    }
}
