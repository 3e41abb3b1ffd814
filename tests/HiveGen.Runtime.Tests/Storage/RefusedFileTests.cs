using HiveGen.Storage;
using Microsoft.Data.Sqlite;
using Xunit;

namespace HiveGen.Tests.Storage;

public sealed class RefusedFileTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Theory]
    [InlineData(":memory:", "file")]
    [InlineData("file:x.db?mode=memory", "file")]
    [InlineData(" ", "empty")]
    public void A_hive_that_is_no_file_is_refused(string path, string words)
        => Assert.Contains(words, Refused(path).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_folder_is_refused()
        => Assert.Contains("folder", Refused(folder.File(Path.Combine("missing", "a.db"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_refused()
    {
        Directory.CreateDirectory(folder.File("a.db"));
        Assert.Contains("is a folder", Refused(folder.File("a.db")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_untouched()
        => RefusedUntouched("notes.txt", static path => File.WriteAllText(path, new string('a', 5000)), "not a SQLite database");

    [Fact]
    public void A_short_file_is_refused_and_untouched()
        => RefusedUntouched("short.db", static path => File.WriteAllText(path, "SQLite"), "not a SQLite database");

    [Fact]
    public void A_database_of_another_program_is_refused_and_untouched()
        => RefusedUntouched("other.db", static path => HiveFiles.Sqlite(path, "CREATE TABLE theirs (id INTEGER)"), "another program");

    [Fact]
    public void A_database_of_another_program_with_only_a_log_is_refused_and_untouched()
    {
        // A copy made while the other program runs: its table stands in the log alone.
        string source = folder.File("source.db");
        string copy = folder.File("copy.db");
        using (SqliteConnection connection = new($"Data Source={source};Pooling=False"))
        {
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE theirs (id INTEGER)";
            command.ExecuteNonQuery();
            HiveFiles.CopyShared(source, copy);
            HiveFiles.CopyShared(source + "-wal", copy + "-wal");
        }

        byte[] before = File.ReadAllBytes(copy);
        byte[] log = File.ReadAllBytes(copy + "-wal");
        Assert.Contains("another program", Refused(copy).Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(copy));
        Assert.Equal(log, File.ReadAllBytes(copy + "-wal"));
    }

    [Fact]
    public void A_hive_of_a_newer_format_is_refused_and_untouched()
        => RefusedUntouched("newer.db", static path => HiveFiles.Sqlite(path, $"PRAGMA application_id = {Bookkeeping.ApplicationId}; PRAGMA user_version = 99; CREATE TABLE t (a)"), "newer HiveGen");

    [Fact]
    public void A_newer_format_that_stands_only_in_the_log_is_refused_and_untouched()
    {
        string source = folder.File("source.db");
        string copy = folder.File("copy.db");
        using (SqliteConnection connection = new($"Data Source={source};Pooling=False"))
        {
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = $"PRAGMA application_id = {Bookkeeping.ApplicationId}; CREATE TABLE t (a); PRAGMA journal_mode = WAL; PRAGMA user_version = 99";
            command.ExecuteNonQuery();
            HiveFiles.CopyShared(source, copy);
            HiveFiles.CopyShared(source + "-wal", copy + "-wal");
        }

        byte[] before = File.ReadAllBytes(copy);
        Assert.Contains("newer HiveGen", Refused(copy).Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(copy));
    }

    [Fact]
    public void A_read_only_file_is_refused_and_untouched()
    {
        string path = folder.File("a.db");
        HiveFiles.Open(path).Dispose();
        byte[] before = File.ReadAllBytes(path);
        File.SetAttributes(path, FileAttributes.ReadOnly);
        try
        {
            Assert.Contains("read-only", Refused(path).Message, StringComparison.Ordinal);
            Assert.Equal(before, File.ReadAllBytes(path));
        }
        finally
        {
            File.SetAttributes(path, FileAttributes.Normal);
        }
    }

    [Fact]
    public void A_lock_file_that_cannot_be_made_is_told_plainly()
    {
        Directory.CreateDirectory(folder.File("a.db.lock"));
        Assert.Contains("lock file", Refused(folder.File("a.db")).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("a.db")));
    }

    [Fact]
    public void A_disk_that_is_full_at_the_first_opening_leaves_no_file()
    {
        HiveOptions options = HiveFiles.Options(folder.File("a.db"));
        options.MaxPages = 5;
        Assert.Contains("full", Assert.Throws<HiveStorageException>(() => HiveEngine.Open(HiveFiles.Schema, options)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(options.Path));
    }

    [Fact]
    public void A_second_opening_is_refused_while_the_first_lasts()
    {
        string path = folder.File("a.db");
        using (HiveFiles.Open(path))
        {
            byte[] before = Shared(path);
            HiveStorageException error = Refused(path);
            Assert.Equal(before, Shared(path));
            Assert.Contains(path, error.Message, StringComparison.Ordinal);
            Assert.Contains("one writer", error.Message, StringComparison.Ordinal);
        }

        HiveFiles.Open(path).Dispose();
    }

    public void Dispose() => folder.Dispose();

    private byte[] Shared(string path)
    {
        HiveFiles.CopyShared(path, folder.File("copy"));
        return File.ReadAllBytes(folder.File("copy"));
    }

    private static HiveStorageException Refused(string path)
        => Assert.Throws<HiveStorageException>(() => HiveFiles.Open(path));

    private void RefusedUntouched(string name, Action<string> make, string words)
    {
        string path = folder.File(name);
        make(path);
        byte[] before = File.ReadAllBytes(path);
        Assert.Contains(words, Refused(path).Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
    }
}
