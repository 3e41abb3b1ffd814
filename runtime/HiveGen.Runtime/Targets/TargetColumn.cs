using System.ComponentModel;

namespace HiveGen.Targets;

/// <summary>A column that a table at a target has, for <see cref="TargetTable"/>.</summary>
/// <param name="Type">Its type, as the target spells it.</param>
/// <param name="IsRequired">Whether it must have a value.</param>
/// <param name="IsKey">Whether it alone tells rows apart.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct TargetColumn(string Type, bool IsRequired, bool IsKey);
