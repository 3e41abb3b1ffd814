using HiveGen.Targets;

namespace HiveGen.Tests;

public sealed class SqliteCursorTests
{
    private static readonly TargetCursor One = new("s1", 10, 1);
    private static readonly TargetCursor Two = new("s1", 20, 1);

    [Fact]
    public async Task The_cursor_moves_from_where_it_is_expected()
    {
        await using Replica replica = new();
        await replica.Target.PrepareAsync([Replica.Users], CancellationToken.None);
        Assert.Null(await replica.Target.ReadCursorAsync(Replica.Home, CancellationToken.None));
        Assert.Equal("0", Assert.Single(replica.Read("SELECT count(*) FROM _hive_cursor")));
        await SendAsync(replica, null, One);
        await SendAsync(replica, One, Two);
        await replica.ReopenAsync();
        Assert.Equal(Two, await replica.Target.ReadCursorAsync(Replica.Home, CancellationToken.None));
        Assert.Null(await replica.Target.ReadCursorAsync("another hive", CancellationToken.None));
    }

    [Fact]
    public async Task A_cursor_that_is_elsewhere_refuses_the_whole_batch()
    {
        await using Replica replica = new();
        await replica.Target.PrepareAsync([Replica.Users], CancellationToken.None);
        await SendAsync(replica, null, One);
        foreach ((TargetCursor? from, TargetCursor to) in new (TargetCursor?, TargetCursor)[] { (null, Two), (Two, Two), (One with { Session = "s2" }, Two), (One with { Epoch = 2 }, Two) })
        {
            TargetException refused = await Assert.ThrowsAsync<TargetException>(() => SendAsync(replica, from, to));
            Assert.Equal(TargetFailure.CursorConflict, refused.Failure);
        }

        Assert.Empty(replica.Read("SELECT * FROM users"));
        Assert.Equal(One, await replica.Target.ReadCursorAsync(Replica.Home, CancellationToken.None));

        static async Task SendAsync(Replica replica, TargetCursor? from, TargetCursor to)
            => await replica.Target.SendAsync(new SendBatch(from is null && to == One ? [] : [Replica.User("u1", 1, "x")], new CursorMove(Replica.Home, from, to)), CancellationToken.None);
    }

    private static async Task SendAsync(Replica replica, TargetCursor? from, TargetCursor to)
        => await replica.Target.SendAsync(new SendBatch([], new CursorMove(Replica.Home, from, to)), CancellationToken.None);
}
