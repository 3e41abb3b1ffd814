using HiveGen.TestModels;
using Microsoft.Data.Sqlite;

namespace HiveGen.Generator.Tests;

/// <summary>Rows that another program wrote into the file.</summary>
public sealed class ForeignRowTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private Hive hive = null!;

    public Task InitializeAsync()
    {
        hive = Hive.Open(new HiveOptions { Path = folder.File("hive.db") });
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await hive.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("byte", 256)]
    [InlineData("s_byte", 128)]
    [InlineData("short", 32_768)]
    [InlineData("u_short", 65_536)]
    [InlineData("int", 2_147_483_648)]
    [InlineData("u_int", 4_294_967_296)]
    [InlineData("u_long", -1)]
    public async Task A_number_that_its_property_cannot_hold_is_refused(string column, long number)
    {
        foreach (string form in new[] { column, column + "_or_null" })
        {
            AllTypes stored = await hive.AllTypes.AddAsync(new AllTypes());
            await WriteAsync($"UPDATE all_types SET \"{form}\" = {number - 1 & long.MaxValue} WHERE id = '{stored.Id}'");
            Assert.NotNull(hive.AllTypes.Get(stored.Id));

            await WriteAsync($"UPDATE all_types SET \"{form}\" = {number} WHERE id = '{stored.Id}'");
            Assert.Throws<OverflowException>(() => hive.AllTypes.Get(stored.Id));
        }
    }

    private ValueTask<int> WriteAsync(string sql) => hive.Sql.WriteAsync(connection =>
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    });
}
