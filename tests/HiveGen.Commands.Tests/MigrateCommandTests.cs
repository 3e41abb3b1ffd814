using Microsoft.Data.Sqlite;

namespace HiveGen.Tests;

public sealed class MigrateCommandTests : IDisposable
{
    private readonly CommandApp app = new();

    [Fact]
    public async Task A_file_that_is_not_there_yet_is_made_by_apply_alone()
    {
        Assert.Equal(0, await app.RunAsync("hive", "migrate"));
        Assert.Contains("CREATE TABLE \"accounts\"", app.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(app.HivePath));
        Assert.Equal(0, await app.RunAsync("hive", "migrate", "--apply"));
        Assert.EndsWith("-- done\n", app.Output, StringComparison.Ordinal);
        Assert.Equal(0, await app.RunAsync("hive", "migrate", "--plan"));
        Assert.Equal("-- nothing to do: the file is as the models are\n", app.Output);
        Assert.Equal("", app.Error);
    }

    [Theory]
    [InlineData("--plan")]
    [InlineData("--apply")]
    public async Task A_loss_is_printed_and_refused_and_the_file_untouched(string what)
    {
        byte[] before = await OlderFileAsync();
        Assert.Equal(1, await app.RunAsync("hive", "migrate", what));
        Assert.Contains("-- REFUSED: accounts: the column \"nickname\" is dropped. Rows that have a value in it, which is lost: 1.", app.Output, StringComparison.Ordinal);
        Assert.Contains("PRAGMA foreign_key_check;", app.Output, StringComparison.Ordinal);
        Assert.StartsWith("refused: accounts: the column \"nickname\" is dropped", app.Error, StringComparison.Ordinal);
        Assert.Contains("--allow drop-column:accounts.nickname", app.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(app.HivePath));
    }

    [Fact]
    public async Task What_is_allowed_is_shown_and_done()
    {
        byte[] before = await OlderFileAsync();
        Assert.Equal(0, await app.RunAsync("hive", "migrate", "--allow", "drop-column:accounts.nickname"));
        Assert.Contains("-- allowed: accounts: the column \"nickname\" is dropped", app.Output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(app.HivePath));
        Assert.Equal(0, await app.RunAsync("hive", "migrate", "--apply", "--allow", "drop-column:accounts.nickname", "change:a.b"));
        Assert.Equal(0L, Run("SELECT count(*) FROM pragma_table_info('accounts') WHERE name = 'nickname'"));
        Assert.Equal(1L, Run("SELECT count(*) FROM accounts"));
    }

    [Theory]
    [InlineData("'everything', which allows nothing", "--allow", "everything")]
    [InlineData("not both", "--plan", "--apply")]
    public async Task A_wrong_option_is_told(string words, params string[] args)
    {
        Assert.Equal(1, await app.RunAsync(["hive", "migrate", .. args]));
        Assert.Contains(words, app.Error, StringComparison.Ordinal);
        Assert.Equal("", app.Output);
    }

    public void Dispose() => app.Dispose();

    private async Task<byte[]> OlderFileAsync()
    {
        await app.RunAsync("hive", "migrate", "--apply");
        Run("ALTER TABLE accounts ADD COLUMN nickname TEXT");
        Run("INSERT INTO accounts (id, email, email_verified, subscription_plan, created_at, updated_at, nickname) VALUES ('a', 'a@x', 0, 'free', 0, 0, 'ada')");
        return await File.ReadAllBytesAsync(app.HivePath);
    }

    private object? Run(string sql)
    {
        using SqliteConnection connection = new($"Data Source={app.HivePath};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
