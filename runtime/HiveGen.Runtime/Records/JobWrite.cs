using HiveGen.Storage;
using HiveGen.Telemetry;

namespace HiveGen.Records;

/// <summary>Stores a durable job in the transaction it belongs to.</summary>
internal sealed class JobWrite : WriteOperation
{
    private static readonly PreparedSql InsertSql = new("""INSERT INTO "_hive_job" ("name", "payload", "next_at", "trace") VALUES (?1, ?2, ?3, ?4)""");

    private readonly string job;
    private readonly string payload;
    private readonly string? trace = HiveActivities.Context;
    private long due;

    public JobWrite(string job, string payload)
    {
        ArgumentException.ThrowIfNullOrEmpty(job);
        ArgumentNullException.ThrowIfNull(payload);
        this.job = job;
        this.payload = payload;
    }

    public override string ModelName => "job " + job;

    public override WriteKind Kind => WriteKind.Add;

    public override HookPoints Points => HookPoints.None;

    public override int HookClasses => 0;

    public override bool MultipleRecords => false;

    public override bool SingleStatement => true;

    public override int Count => 1;

    public override HookRegistration Registration(int index) => throw new ArgumentOutOfRangeException(nameof(index), "A job has no hooks.");

    public override void BeginHooks()
    {
    }

    public override ValueTask RunHook(int index, object hooks, HookStage stage, HookCall call) => default;

    public override ValueTask RunFollowing(int index, object hooks, HookCall call) => default;

    public override void Freeze(DateTimeOffset now) => due = UnixMicros.Write(now);

    public override void Execute(HiveConnection connection)
    {
        Statement statement = connection.Prepare(InsertSql);
        statement.BindText(1, job);
        statement.BindText(2, payload);
        statement.BindInt64(3, due);
        statement.BindText(4, trace);
        statement.Run();
    }
}
