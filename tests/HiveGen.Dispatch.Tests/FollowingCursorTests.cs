using System.Globalization;
using HiveGen.Targets;

namespace HiveGen.Tests;

public sealed class FollowingCursorTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly List<CursorMove> stored = [];
    private TargetException? failure;

    private FollowingCursor Cursor => field ??= new(clock, (move, _) =>
    {
        if (failure is not null)
        {
            throw failure;
        }

        stored.Add(move);
        return default;
    });

    [Fact]
    public async Task It_is_stored_at_most_once_a_second()
    {
        await Cursor.MoveAsync(Move(null, At(1)), default);
        await Cursor.MoveAsync(Move(At(1), At(2)), default);
        clock.Advance(TimeSpan.FromMilliseconds(999));
        await Cursor.MoveAsync(Move(At(2), At(3)), default);
        Assert.Equal([Move(null, At(1))], stored);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await Cursor.MoveAsync(Move(At(3), At(4)), default);
        Assert.Equal([Move(null, At(1)), Move(At(1), At(4))], stored);
    }

    [Fact]
    public async Task A_flush_stores_what_waits_and_nothing_twice()
    {
        await Cursor.MoveAsync(Move(null, At(1)), default);
        await Cursor.MoveAsync(Move(At(1), At(2)), default);
        await Cursor.FlushAsync(default);
        await Cursor.FlushAsync(default);
        Assert.Equal([Move(null, At(1)), Move(At(1), At(2))], stored);
    }

    [Fact]
    public async Task Another_session_is_told_at_once()
    {
        await Cursor.MoveAsync(Move(null, At(1)), default);
        await Cursor.MoveAsync(Move(At(1), At(1, "later")), default);
        Assert.Equal(Move(At(1), At(1, "later")), stored[^1]);
    }

    [Fact]
    public async Task Who_has_looked_at_the_target_is_believed_no_more_than_the_target()
    {
        await Cursor.MoveAsync(Move(null, At(1)), default);
        await Cursor.MoveAsync(Move(At(1), At(2)), default);
        await Cursor.MoveAsync(Move(At(1), At(9)), default);
        Assert.Equal(Move(At(1), At(9)), stored[^1]);
    }

    [Fact]
    public async Task What_could_not_be_stored_is_stored_later()
    {
        await Cursor.MoveAsync(Move(null, At(1)), default);
        await Cursor.MoveAsync(Move(At(1), At(2)), default);
        failure = new TargetException(TargetFailure.Transient, "down");
        await Assert.ThrowsAsync<TargetException>(async () => await Cursor.FlushAsync(default));
        failure = null;
        await Cursor.FlushAsync(default);
        Assert.Equal(Move(At(1), At(2)), stored[^1]);
    }

    [Fact]
    public async Task The_Hive_never_remembers_more_than_the_target()
    {
        ScriptedDatabase database = new();
        await using SyncHive hive = new();
        // By its own clock no second passes: only a flush stores the cursor.
        FollowingTarget target = new("t", database, new FakeTimeProvider());
        await hive.ReopenAsync(target);
        await hive.AddAuthorAsync("a1");
        await hive.DrainAsync();
        target.Fails = true;
        await hive.AddAuthorAsync("a2");
        await hive.DrainAsync();
        long last = long.Parse(hive.ReadOne("SELECT seq FROM sqlite_sequence WHERE name = '_hive_change'"), CultureInfo.InvariantCulture);
        await hive.CloseAsync();
        Assert.Equal(2, database.Rows.Count);
        Assert.True(database.Cursor!.Seq < last);

        // As after a crash: what the target has not heard of comes again, and it is not taken for a restored one.
        FollowingTarget next = new("t", database, hive.Clock);
        await hive.ReopenAsync(next);
        await hive.DrainAsync();
        await hive.CloseAsync();
        Assert.Equal(last, database.Cursor!.Seq);
        Assert.Equal(2, database.History.Count);
    }

    private static TargetCursor At(long seq, string session = "s") => new(session, seq, 1);

    private static CursorMove Move(TargetCursor? from, TargetCursor to) => new("h", from, to);
}
