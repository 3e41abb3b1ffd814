using HiveGen.Storage;
using Xunit;

namespace HiveGen.Tests.Storage;

/// <summary>The power went while a Hive was made: of its pages the disk has some without the first, and SQLite's journal says that there were none.</summary>
public sealed class HalfMadeTests : IDisposable
{
    private const int Sector = 512;

    private readonly TestFolder folder = new();

    private string HivePath => folder.File("hive.db");

    [Theory]
    [InlineData(4096)]
    [InlineData(Sector)]
    [InlineData(40)]
    public async Task A_Hive_of_which_the_disk_lost_the_first_page_is_made_again(int length)
    {
        File.WriteAllBytes(HivePath, new byte[length]);
        File.WriteAllBytes(HivePath + "-journal", JournalOfAnEmptyFile());

        await using (HiveEngine made = Open())
        {
            Assert.NotEmpty(made.HiveId);
        }

        Assert.True(FileHeader.IsHive(HivePath));
        Assert.False(File.Exists(HivePath + "-journal"));
        await using HiveEngine again = Open();
        Assert.Equal("ok", Check(again));
    }

    [Theory]
    [InlineData("")]
    [InlineData("d9d505f920a163")]
    [InlineData("d9d505f920a163d8")]
    [InlineData("6e6f206a6f75726e616c")]
    public void A_file_with_something_else_for_a_journal_is_refused_and_untouched(string journal)
    {
        byte[] before = new byte[4096];
        File.WriteAllBytes(HivePath, before);
        File.WriteAllBytes(HivePath + "-journal", Convert.FromHexString(journal));

        Assert.Contains("not a SQLite database", Assert.Throws<HiveStorageException>(() => Open()).Message, StringComparison.Ordinal);

        Assert.Equal(before, File.ReadAllBytes(HivePath));
        Assert.Equal(Convert.FromHexString(journal), File.ReadAllBytes(HivePath + "-journal"));
    }

    public void Dispose() => folder.Dispose();

    private static string Check(HiveEngine hive)
    {
        using ReaderLease lease = hive.Readers.Rent();
        Statement check = lease.Connection.Prepare("PRAGMA integrity_check");
        Assert.True(check.Step());
        string answer = check.Text(0);
        check.Reset();
        return answer;
    }

    /// <summary>https://sqlite.org/fileformat2.html#the_rollback_journal: magic, no page, nonce 0, no page before, sectors and pages of their usual sizes.</summary>
    private static byte[] JournalOfAnEmptyFile()
    {
        byte[] journal = new byte[Sector];
        Convert.FromHexString("d9d505f920a163d7" + "00000000" + "00000000" + "00000000" + "00000200" + "00001000").CopyTo(journal, 0);
        return journal;
    }

    private HiveEngine Open() => HiveEngine.Open(new HiveSchema([TestModel.Notes], []), new HiveOptions { Path = HivePath, LockTimeout = TimeSpan.Zero });
}
