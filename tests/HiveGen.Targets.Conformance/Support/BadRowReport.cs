namespace HiveGen.Targets.Conformance;

/// <summary>How a target tells that its database refused one row of a batch.</summary>
public enum BadRowReport
{
    /// <summary>By that item's outcome; the others are written.</summary>
    Item,

    /// <summary>By <see cref="TargetFailure.Batch"/>; nothing is written, and the dispatcher looks for the row by halves. A row that is sent alone may be told either way.</summary>
    Batch,
}
