using HiveGen.FaultDisk;
using HiveGen.FaultDisk.Faults;

namespace HiveGen.Tests;

/// <summary>The disk refuses while a Hive is opened, made or closed.</summary>
public sealed class OpeningTests
{
    private const int Full = 13;
    private const int WriteFailed = 778;

    [Theory]
    [InlineData(Full, "The disk is full")]
    [InlineData(WriteFailed, "Reading or writing the Hive's file failed")]
    public async Task A_Hive_that_cannot_be_made_leaves_no_file_and_can_be_made_later(int code, string message)
    {
        for (int n = 1; ; n++)
        {
            await using DiskApp app = new();
            using IDisposable fast = DiskShim.Use(new NoWait(app.Path));
            BrokenDisk disk = new(app.Path, DiskCall.Write, code, from: n);
            using IDisposable rule = DiskShim.Use(disk);
            if (Refused(app, message))
            {
                // The lock file stays; what is there of the Hive is a whole one, made in the same moment, or nothing.
                disk.Mend();
                app.Open();
            }

            disk.Mend();
            Assert.Null(await app.TryAsync(Workload.Steps[0]));
            await app.CheckAsync();
            if (disk.Refused == 0)
            {
                Assert.True(n > 20, $"only {n} writes");
                return;
            }
        }
    }

    [Fact]
    public async Task A_Hive_that_cannot_be_opened_for_want_of_room_is_left_whole()
    {
        for (int n = 1; ; n++)
        {
            await using DiskApp app = new();
            using IDisposable fast = DiskShim.Use(new NoWait(app.Path));
            app.Open();
            await FillAsync(app);
            await app.CloseAsync();
            BrokenDisk disk = new(app.Path, DiskCall.Write, Full, from: n);
            using IDisposable rule = DiskShim.Use(disk);
            if (Refused(app, "The disk is full"))
            {
                disk.Mend();
                app.Open();
            }

            disk.Mend();
            await app.CheckAsync();
            if (disk.Refused == 0)
            {
                Assert.True(n > 3, $"only {n} writes");
                return;
            }
        }
    }

    [Fact]
    public async Task Closing_on_a_full_disk_loses_nothing()
    {
        await using DiskApp app = new();
        app.Open();
        await FillAsync(app);
        using (DiskShim.Use(new BrokenDisk(app.Path, DiskCall.Write, Full)))
        {
            await app.CloseAsync();
        }

        app.Open();
        await app.CheckAsync();
    }

    private static async Task FillAsync(DiskApp app)
    {
        foreach (WorkStep step in Workload.Steps)
        {
            Assert.Null(await app.TryAsync(step));
        }
    }

    private static bool Refused(DiskApp app, string message)
    {
        try
        {
            app.Open();
            return false;
        }
        catch (HiveStorageException refused)
        {
            Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
            return true;
        }
    }
}
