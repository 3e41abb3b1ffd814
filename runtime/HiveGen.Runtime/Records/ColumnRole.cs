using System.ComponentModel;

namespace HiveGen;

/// <summary>What the Hive itself does with a column.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ColumnRole
{
    /// <summary>Nothing: the app's value.</summary>
    Value,

    /// <summary>The id.</summary>
    Id,

    /// <summary><c>[CreatedAt]</c>.</summary>
    CreatedAt,

    /// <summary><c>[UpdatedAt]</c>: moved by every change of a synced column.</summary>
    UpdatedAt,
}
