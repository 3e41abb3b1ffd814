using System.Diagnostics;
using HiveGen.Telemetry;

namespace HiveGen.Tests.Tracing;

/// <summary>Which commits a send is linked to, and how much is remembered for it.</summary>
public sealed class CommitTracesTests
{
    [Fact]
    public void A_change_belongs_to_the_commit_that_made_it_and_a_gap_to_nobody()
    {
        CommitTraces traces = new();
        ActivityContext first = Commit(traces, 3, 5), second = Commit(traces, 8, 8);
        Assert.Equal([first], Linked(traces, 3, 4, 5));
        Assert.Equal([second, first], Linked(traces, 8, 3));
        Assert.Empty(Linked(traces, 1, 2, 6, 7, 9));
    }

    [Fact]
    public void Numbers_of_an_undone_transaction_belong_to_the_one_that_got_them_after_it()
    {
        CommitTraces traces = new();
        Commit(traces, 5, 7);
        ActivityContext later = Commit(traces, 5, 6);
        Assert.Equal([later], Linked(traces, 5, 6, 7));
        ActivityContext last = Commit(traces, 7, 7);
        Assert.Equal([later, last], Linked(traces, 5, 7));
    }

    [Fact]
    public void A_commit_that_is_taken_back_is_forgotten()
    {
        CommitTraces traces = new();
        CommitTrace undone = new(traces, Context());
        undone.Covers(1, 2);
        traces.Remove(undone);
        Assert.Null(traces.Links([1, 2]));
    }

    [Fact]
    public void A_write_that_changed_nothing_is_not_remembered()
    {
        CommitTraces traces = new();
        new CommitTrace(traces, Context()).Covers(4, 3);
        Assert.Null(traces.Links([3, 4]));
    }

    [Fact]
    public void With_very_many_commits_the_oldest_are_forgotten_and_the_newest_are_not()
    {
        CommitTraces traces = new();
        ActivityContext newest = default;
        for (int seq = 1; seq <= 10 * CommitTraces.Capacity; seq++)
        {
            newest = Commit(traces, seq, seq);
        }

        Assert.Equal([newest], Linked(traces, 10 * CommitTraces.Capacity));
        Assert.Empty(Linked(traces, 9 * CommitTraces.Capacity));
    }

    [Fact]
    public void A_send_of_very_many_commits_has_so_many_links_and_no_more()
    {
        CommitTraces traces = new();
        for (int seq = 1; seq <= 2 * CommitTraces.MostLinks; seq++)
        {
            Commit(traces, seq, seq);
        }

        Assert.Equal(CommitTraces.MostLinks, Linked(traces, [.. Enumerable.Range(1, 2 * CommitTraces.MostLinks).Select(static seq => (long)seq)]).Count());
    }

    private static ActivityContext Commit(CommitTraces traces, long first, long last)
    {
        CommitTrace commit = new(traces, Context());
        commit.Covers(first, last);
        return commit.Context;
    }

    private static ActivityContext Context() => new(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);

    private static IEnumerable<ActivityContext> Linked(CommitTraces traces, params long[] changes) => traces.Links(changes)?.Select(static link => link.Context) ?? [];
}
