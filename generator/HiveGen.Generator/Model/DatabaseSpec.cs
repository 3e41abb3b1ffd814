namespace HiveGen.Generator.Model;

/// <summary>A class marked as the database.</summary>
/// <param name="Type">The class.</param>
/// <param name="Members">The names of what the user has put into it.</param>
internal sealed record DatabaseSpec(TypeSpec Type, EquatableArray<string> Members)
{
    /// <summary>Whether a generated member cannot be called so.</summary>
    public bool Has(string name) => name == Type.Name || Members.Contains(name);
}
