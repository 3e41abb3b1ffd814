using HiveGen.Targets;

namespace HiveGen.Verify;

/// <summary>What was found so far, with memory for as many differences as the report lists.</summary>
internal sealed class VerifyTally(int maxDifferences)
{
    /// <summary>What is listed.</summary>
    public List<VerifyDifference> Differences { get; } = [];

    /// <summary>How many rows differ.</summary>
    public long Different { get; private set; }

    /// <summary>The records that were compared.</summary>
    public long Records { get; set; }

    /// <summary>Records of which nothing can be said.</summary>
    public long Unsettled { get; set; }

    /// <summary>Records that were marked to be sent again.</summary>
    public long Repaired { get; set; }

    /// <summary>The highest version that the Hive could not have given; 0 when there is none.</summary>
    public long Ahead { get; private set; }

    /// <summary>Notes a difference.</summary>
    /// <param name="model">The model.</param>
    /// <param name="id">The record.</param>
    /// <param name="kind">How it differs.</param>
    /// <param name="row">The row at the target, if any.</param>
    /// <param name="high">The highest version that the Hive could have given.</param>
    public void Add(SyncModel model, in SqlValue id, DifferenceKind kind, RowDigest? row, long high)
    {
        Different++;
        if (row?.Version is { } version && version > high)
        {
            Ahead = Math.Max(Ahead, version);
        }

        if (Differences.Count < maxDifferences)
        {
            Differences.Add(new VerifyDifference(model.Name, id.ToString(), kind, row?.Version));
        }
    }
}
