namespace HiveGen;

/// <summary>How a row at a target differs from its record.</summary>
public enum DifferenceKind
{
    /// <summary>The Hive has the record, the target has no live row of it.</summary>
    Missing,

    /// <summary>The target has a live row, the Hive has no such record.</summary>
    Extra,

    /// <summary>Some field differs.</summary>
    Differing,

    /// <summary>The fields are equal, but the version is older than the last full load: the row was not written by this Hive.</summary>
    Stale,

    /// <summary>The version is above every change of the Hive, so that changes to come would be refused. Also of a ghost.</summary>
    Ahead,
}
