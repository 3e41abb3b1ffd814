using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>Exceptions of an adapter that tell nothing: nothing is lost by them, and one record that causes them holds up no other.</summary>
public sealed class UnknownFailureTests
{
    [Fact]
    public async Task A_record_that_makes_the_adapter_throw_is_parked_alone_and_counted()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        target.Before = static batch => batch.Items.Any(static item => item.RecordId == "a37") ? throw new InvalidOperationException("a bug of the adapter") : Task.CompletedTask;
        await hive.WriteAsync(string.Join(';', Enumerable.Range(0, 60).Select(static i => $"INSERT INTO authors VALUES ('a{i:00}', '{i}', '')")));
        await hive.UntilAsync("t", static status => status is { Parked: 1, Lag: 0 });
        Assert.Equal(59, target.Database.Live.Count);
        Assert.Equal("a37|'t' failed with InvalidOperationException: a bug of the adapter", hive.ReadOne("SELECT id, error FROM _hive_parked"));
        Assert.Equal(0, hive.Sync.Status.Targets[0].Restarts);
        target.Before = null;
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, target.Database.Live);
    }

    [Fact]
    public async Task An_outage_that_looks_like_nothing_known_costs_no_try_however_long_it_is()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(static options => options.Dispatch.DeadAge = TimeSpan.FromSeconds(1), target);
        await hive.DrainAsync();
        int probes = 0;
        // The cursor alone would go through: a target without one of its own is not even asked.
        target.Before = batch => batch.Items.Count > 0 && probes++ < 60 ? throw new InvalidOperationException("what?") : Task.CompletedTask;
        await hive.AddAuthorAsync("a1");
        await hive.AddAuthorAsync("a2");
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, target.Database.Live);
        Assert.Equal(0, hive.Sync.Status.Targets[0].Dead);
    }

    [Fact]
    public async Task An_adapter_that_gives_too_few_outcomes_loses_nothing()
    {
        ScriptedTarget target = new("t");
        ShortTarget shortOne = new(target);
        await using SyncHive hive = new(shortOne);
        await hive.AddAuthorAsync("a1");
        await hive.UntilAsync("t", static status => status.Reason?.Contains("gave 0 outcomes for 1 items", StringComparison.Ordinal) == true);
        shortOne.Short = false;
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, target.Database.Live);
    }

    [Theory]
    [InlineData(typeof(TimeoutException), TargetFailure.Timeout)]
    [InlineData(typeof(TaskCanceledException), TargetFailure.Timeout)]
    [InlineData(typeof(IOException), TargetFailure.Transient)]
    [InlineData(typeof(HttpRequestException), TargetFailure.Transient)]
    [InlineData(typeof(NullReferenceException), TargetFailure.Unknown)]
    public void What_is_known_by_its_type_is_classed(Type exception, TargetFailure failure)
        => Assert.Equal(failure, Dispatch.Untold.Classify("t", (Exception)Activator.CreateInstance(exception)!).Failure);

    [Theory]
    [InlineData(401, TargetFailure.Configuration)]
    [InlineData(408, TargetFailure.Timeout)]
    [InlineData(413, TargetFailure.TooLarge)]
    [InlineData(429, TargetFailure.Throttled)]
    [InlineData(503, TargetFailure.Transient)]
    [InlineData(404, TargetFailure.Unknown)]
    public void An_answer_of_HTTP_is_classed_by_its_status(int status, TargetFailure failure)
        => Assert.Equal(failure, Dispatch.Untold.Classify("t", new HttpRequestException("no", null, (System.Net.HttpStatusCode)status)).Failure);

    private sealed class ShortTarget(ScriptedTarget inner) : HiveTarget("t")
    {
        public bool Short { get; set; } = true;

        public override ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken) => inner.PrepareAsync(models, cancellationToken);

        public override ValueTask<TargetCursor?> ReadCursorAsync(string hive, CancellationToken cancellationToken) => inner.ReadCursorAsync(hive, cancellationToken);

        public override async ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, CancellationToken cancellationToken)
        {
            IReadOnlyList<ItemOutcome> outcomes = await inner.SendAsync(batch, cancellationToken);
            return Short ? [] : outcomes;
        }
    }
}
