namespace HiveGen.Tests;

/// <summary>A Hive's file that is opened with one shape after another.</summary>
internal sealed class ShapeFile : IDisposable
{
    private readonly TestFolder folder = new();

    public ShapeFile(params IEnumerable<ModelShape> models) => Open(models);

    public string Path => folder.File("test.db");

    public HiveOptions Options { get; private set; } = new();

    /// <summary>The losses that are allowed.</summary>
    public List<string> Allowed { get; } = [];

    /// <summary>The backups that were made.</summary>
    public string[] Backups => Directory.Exists(folder.File("test-migrations")) ? [.. Directory.GetFiles(folder.File("test-migrations")).Order(StringComparer.Ordinal)] : [];

    public void Open(params IEnumerable<ModelShape> models)
    {
        Options = MakeOptions();
        HiveEngine.Open(ModelShape.Schema(models), Options).DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    public HiveMigrationException Refused(params IEnumerable<ModelShape> models) => Assert.Throws<HiveMigrationException>(() => Open(models));

    public MigrationPlan Plan(params IEnumerable<ModelShape> models) => HiveMigrations.Plan(ModelShape.Schema(models), MakeOptions());

    public List<string> Read(string sql) => Sql.Read(Path, sql);

    public string One(string sql) => Sql.ReadOne(Path, sql);

    public void Write(string sql) => Sql.Execute(Path, "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;" + sql);

    /// <summary>Every row of the change log.</summary>
    public List<string> Log() => Read("SELECT * FROM _hive_change ORDER BY seq");

    public void Dispose() => folder.Dispose();

    private HiveOptions MakeOptions()
    {
        HiveOptions options = new() { Path = Path, LockTimeout = TimeSpan.Zero, Synchronous = HiveSynchronous.Normal };
        options.Migrations.Allow.AddRange(Allowed);
        return options;
    }
}
