namespace HiveGen.Generator.Model;

/// <summary>A model, as everything generated for it needs it.</summary>
/// <param name="Type">The user's class.</param>
/// <param name="Table">The table.</param>
/// <param name="Plural">The name of the client's set.</param>
/// <param name="Prefix">The prefix of generated text ids.</param>
/// <param name="Sync">The name under which it leaves the Hive; null when it never does.</param>
/// <param name="Properties">The columns; the id is the first.</param>
/// <param name="Parameters">The indexes of the properties that the constructor takes, in its order.</param>
/// <param name="HasPlainConstructor">Whether the constructor is the class's own head and so runs nothing but initialisers.</param>
/// <param name="Keys">The indexes the user asked for.</param>
/// <param name="Checks">The CHECK constraints.</param>
/// <param name="Former">The tables it was before, the newest name first.</param>
/// <param name="Unmapped">The properties that are no columns and can be set: hooks see them in a draft.</param>
internal sealed record ModelSpec(
    TypeSpec Type,
    string Table,
    string Plural,
    string Prefix,
    string? Sync,
    EquatableArray<PropertySpec> Properties,
    EquatableArray<int> Parameters,
    bool HasPlainConstructor,
    EquatableArray<KeySpec> Keys,
    EquatableArray<string> Checks,
    EquatableArray<string> Former,
    EquatableArray<string> Unmapped)
{
    public PropertySpec Id => Properties[0];

    public bool IsSynced => Sync is not null;
}
