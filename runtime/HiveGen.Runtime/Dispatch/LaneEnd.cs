namespace HiveGen.Dispatch;

/// <summary>What the last batch of a lane does.</summary>
internal enum LaneEnd
{
    /// <summary>It is sent like the others.</summary>
    Stay,

    /// <summary>It moves the cursor.</summary>
    Move,

    /// <summary>It is held back until the other lanes are done, unless it is so large that the cursor had better move alone.</summary>
    Hold,
}
