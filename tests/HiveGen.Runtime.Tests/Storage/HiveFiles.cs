using Microsoft.Data.Sqlite;

namespace HiveGen.Tests.Storage;

/// <summary>Files of Hives and of others, for tests of opening.</summary>
internal static class HiveFiles
{
    public static HiveSchema Schema { get; } = new([TestModel.Notes], []);

    public static HiveOptions Options(string path) => new() { Path = path, LockTimeout = TimeSpan.Zero };

    public static OpenHive Open(string path) => new(HiveEngine.Open(Schema, Options(path)));

    /// <summary>Copies a file that is open.</summary>
    public static void CopyShared(string from, string to)
    {
        using FileStream source = new(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using FileStream target = File.Create(to);
        source.CopyTo(target);
    }

    public static object? Sqlite(string path, string sql)
    {
        using SqliteConnection connection = new($"Data Source={path};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    internal sealed record OpenHive(HiveEngine Engine) : IDisposable
    {
        public void Dispose() => Engine.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
