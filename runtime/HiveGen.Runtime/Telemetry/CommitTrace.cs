using System.Diagnostics;

namespace HiveGen.Telemetry;

/// <summary>A commit with the trace it was made in.</summary>
internal sealed class CommitTrace(CommitTraces traces, ActivityContext context)
{
    /// <summary>The span of the commit.</summary>
    public ActivityContext Context => context;

    /// <summary>The first change of the commit.</summary>
    public long First { get; private set; }

    /// <summary>The last change of the commit.</summary>
    public long Last { get; private set; }

    /// <summary>The write made these changes. Called under the writer's lock, before the commit: whoever reads a change finds its trace.</summary>
    public void Covers(long first, long last)
    {
        if (last >= first)
        {
            (First, Last) = (first, last);
            traces.Add(this);
        }
    }
}
