using Microsoft.Data.Sqlite;

namespace HiveGen.Tests;

/// <summary>Files that an older HiveGen made.</summary>
public sealed class FormatTests
{
    private const string ToFormat1 = """
        DROP INDEX "_hive_parked_due"; DROP INDEX "_hive_parked_parent"; DROP INDEX "_hive_job_due";
        ALTER TABLE "_hive_parked" DROP COLUMN "first_at"; ALTER TABLE "_hive_parked" DROP COLUMN "last_at";
        ALTER TABLE "_hive_parked" DROP COLUMN "parent_model"; ALTER TABLE "_hive_parked" DROP COLUMN "parent_id";
        ALTER TABLE "_hive_job" DROP COLUMN "failed_at"; ALTER TABLE "_hive_job" DROP COLUMN "trace";
        INSERT INTO "_hive_job" VALUES (7, 'mail', 'ann', 1, 0, 'old words', 1);
        INSERT INTO "_hive_parked" VALUES ('t', 'authors', 'a1', 1, 3, 0, 'old words', 0);
        PRAGMA user_version = 1;
        """;

    [Fact]
    public async Task A_file_of_the_first_format_keeps_what_it_has_parked()
    {
        ScriptedDatabase database = new();
        await using SyncHive hive = new(new ScriptedTarget("t", database));
        await hive.AddAuthorAsync("a1");
        await hive.CloseAsync();
        using (SqliteConnection file = new($"Data Source={hive.Path};Pooling=False"))
        {
            file.Open();
            using SqliteCommand command = file.CreateCommand();
            command.CommandText = ToFormat1;
            command.ExecuteNonQuery();
        }

        await hive.ReopenAsync(new ScriptedTarget("t", database));
        Assert.Equal("3|old words|0", hive.ReadOne("SELECT attempts, error, first_at FROM _hive_parked"));
        Assert.Equal("7|mail|ann|1|old words|0", hive.ReadOne("SELECT job, name, payload, attempts, error, failed_at FROM _hive_job WHERE dead = 1"));
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, database.Live);
        Assert.Empty(hive.Read("SELECT * FROM _hive_parked"));
    }
}
