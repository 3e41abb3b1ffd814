namespace HiveGen.Targets;

/// <summary>A field that leaves the Hive.</summary>
/// <param name="Name">The JSON name, camelCase.</param>
/// <param name="Column">The name in SQL, snake_case, unquoted.</param>
/// <param name="Property">The C# property.</param>
/// <param name="Type">The type.</param>
/// <param name="Nullable">Whether null is a value of it.</param>
/// <param name="Required">Whether a create over HTTP must carry it.</param>
/// <param name="Scale">Decimal places, of a decimal.</param>
public sealed record SyncField(string Name, string Column, string Property, SyncType Type, bool Nullable, bool Required, int Scale = 0)
{
    /// <summary>The rules its values must meet, for documents and schemas; <see cref="SyncModel.Validate"/> enforces them.</summary>
    public FieldRules? Rules { get; init; }

    /// <summary>The names of an enum's values.</summary>
    public IReadOnlyList<string>? Values { get; init; }
}
