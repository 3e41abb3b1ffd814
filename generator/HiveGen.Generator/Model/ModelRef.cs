namespace HiveGen.Generator.Model;

/// <summary>What the files of the assembly need of a model: names, so that an edit to a property leaves them alone.</summary>
/// <param name="Type">The user's class.</param>
/// <param name="Table">The table.</param>
/// <param name="Plural">The name of the client's set.</param>
/// <param name="Sync">The sync name; null when it never leaves the Hive.</param>
/// <param name="Links">The full names of the models it links to.</param>
/// <param name="Contexts">The serializer contexts its JSON properties need.</param>
internal sealed record ModelRef(TypeSpec Type, string Table, string Plural, string? Sync, EquatableArray<string> Links, EquatableArray<string> Contexts);
