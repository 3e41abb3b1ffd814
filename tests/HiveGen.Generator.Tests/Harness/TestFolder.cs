namespace HiveGen.Generator.Tests;

/// <summary>A folder of one test, deleted at its end.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hivegen-");

    public string File(string name) => Path.Combine(folder.FullName, name);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
