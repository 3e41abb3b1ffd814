using Xunit;

namespace HiveGen.Tests.Storage;

public sealed class WriterTests
{
    [Fact]
    public async Task A_read_after_a_write_sees_it()
    {
        await using TestHive hive = new();
        for (int i = 1; i <= 20; i++)
        {
            await hive.AddNote("note " + i, single: i % 2 == 0);
            Assert.Equal(i, hive.Count());
            Assert.Equal(i, hive.Count());
        }
    }

    [Fact]
    public async Task What_was_written_is_there_after_reopening()
    {
        await using TestHive hive = new();
        await hive.AddNote("kept");
        await hive.ReopenAsync();
        Assert.Equal("kept", hive.Read("SELECT text FROM notes").Text);
    }

    [Fact]
    public async Task A_failing_command_of_several_statements_is_undone()
    {
        await using TestHive hive = new();
        await Assert.ThrowsAsync<HiveConstraintException>(async () => await hive.Write(connection =>
        {
            connection.AddNote("first");
            return connection.AddNote("bad");
        }));
        Assert.Equal(0, hive.Count());
        await hive.AddNote("good");
        Assert.Equal(1, hive.Count());
    }
}
