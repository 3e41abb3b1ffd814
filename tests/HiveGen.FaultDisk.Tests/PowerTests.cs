using HiveGen.FaultDisk.Power;

namespace HiveGen.Tests;

public sealed class PowerTests : IDisposable
{
    private const string Wal = "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; ";

    private readonly TestFolder folder = new();

    private static PowerCut Everything => new(new Random(1), kept: 0);

    [Fact]
    public void What_was_synced_is_there_after_a_cut()
        => With(Wal + "PRAGMA synchronous = FULL", database =>
        {
            Times(5, () => database.Insert());
            Assert.Equal(["5", "ok"], Look(database.Cut(Everything)));
        });

    [Fact]
    public void What_was_not_synced_is_lost()
        => With(Wal + "PRAGMA synchronous = NORMAL", database =>
        {
            Times(5, () => database.Insert());
            database.Run("PRAGMA wal_checkpoint");
            Times(5, () => database.Insert());
            PowerCut cut = Everything;
            Assert.Equal(["5", "ok"], Look(database.Cut(cut)));
            Assert.True(cut.LostSectors > 5);
        });

    [Fact]
    public void A_disk_that_lies_loses_what_SQLite_believes_to_be_safe()
        => With(
            Wal + "PRAGMA synchronous = FULL",
            database =>
            {
                Times(5, () => database.Insert());
                string cut = database.Cut(Everything);
                Assert.True(!File.Exists(cut) || new FileInfo(cut).Length == 0);
            },
            honest: false);

    [Fact]
    public void A_file_that_was_never_synced_is_gone()
        => With("PRAGMA synchronous = OFF; PRAGMA journal_mode = WAL", database =>
        {
            string cut = database.Cut(Everything);
            Assert.True(File.Exists(database.Path + "-wal"));
            Assert.False(File.Exists(cut + "-wal"));
        });

    [Theory]
    [InlineData("FULL", "1")]
    [InlineData("EXTRA", "2")]
    public void A_deletion_lasts_when_the_folder_was_synced(string synchronous, string rows)
        => With($"PRAGMA journal_mode = DELETE; PRAGMA synchronous = {synchronous}", database =>
        {
            Times(2, () => database.Insert());

            // Where it was not, the journal is there again and undoes the last commit.
            Assert.Equal([rows, "ok"], Look(database.Cut(Everything)));
        });

    [Fact]
    public void A_deletion_is_not_made_to_last_by_a_file_that_the_disk_knows()
        => With("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL", database =>
        {
            database.Insert();
            database.Run("PRAGMA journal_mode = MEMORY");
            database.Insert();
            Assert.False(File.Exists(database.Path + "-journal"));
            Assert.True(File.Exists(database.Cut(Everything) + "-journal"));
        });

    [Fact]
    public void A_file_that_was_cut_and_synced_has_its_new_length()
        => With("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA", database =>
        {
            Times(20, () => database.Insert(5000));
            long before = new FileInfo(database.Path).Length;

            // SQLite cuts the file behind its sync: the next one makes it last.
            database.Run("DELETE FROM t; VACUUM");
            database.Insert();
            long after = new FileInfo(database.Path).Length;
            Assert.True(after < before);
            Assert.Equal(after, new FileInfo(database.Cut(Everything)).Length);
        });

    [Fact]
    public void A_truncated_log_may_have_its_old_length_again()
        => With(Wal + "PRAGMA synchronous = FULL", database =>
        {
            Times(20, () => database.Insert(5000));
            database.Run("PRAGMA wal_checkpoint(TRUNCATE)");
            Assert.Equal(0, new FileInfo(database.Path + "-wal").Length);
            string cut = database.Cut(Everything);
            Assert.Equal(["20", "ok"], Look(cut));
            database.Insert();
            Assert.Equal(["21", "ok"], Look(database.Cut(Everything)));
        });

    [Fact]
    public void Whatever_a_disk_keeps_a_synced_database_is_whole()
        => With(Wal + "PRAGMA synchronous = FULL", database =>
        {
            int seed = Random.Shared.Next();
            Random random = new(seed);
            long lost = 0;
            for (int rows = 1; rows <= 150; rows++)
            {
                database.Insert(random.Next(20_000));
                if (random.Next(20) == 0)
                {
                    database.Run($"PRAGMA wal_checkpoint({(random.Next(2) == 0 ? "PASSIVE" : "TRUNCATE")})");
                }

                if (random.Next(3) == 0)
                {
                    // A transaction larger than the cache is in the log before it is committed.
                    database.Run("PRAGMA cache_size = 5; BEGIN; UPDATE t SET x = randomblob(length(x));");
                    PowerCut cut = new(random, random.NextDouble());
                    string copy = database.Cut(cut);
                    lost += cut.LostSectors;
                    database.Run("ROLLBACK");
                    Assert.True(Look(copy).SequenceEqual([$"{rows}", "ok"]), $"seed {seed}");
                }
            }

            Assert.True(lost > 100, $"{lost} sectors lost");
        });

    public void Dispose() => folder.Dispose();

    private static string[] Look(string path) => [Sql.ReadOne(path, "SELECT count(*) FROM t"), Sql.ReadOne(path, "PRAGMA integrity_check")];

    private static void Times(int times, Action work)
    {
        for (int i = 0; i < times; i++)
        {
            work();
        }
    }

    private void With(string pragmas, Action<Database> test, bool honest = true)
    {
        using IDisposable rule = DiskShim.Use(new PowerRule(folder.File("live.db"), honest));
        using Database database = new(folder, pragmas);
        test(database);
    }
}
