using System;

namespace HiveGen;

/// <summary>
/// Makes a partial class a custom target: the generator gives it an abstract base with one typed upsert and one delete
/// method for every synced model, so that what is not implemented does not compile.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class HiveTargetAttribute : Attribute
{
    /// <summary>The target's name, under which its cursor is kept. Renaming it means a full load.</summary>
    public HiveTargetAttribute(string name) => Name = name;

    /// <summary>The target's name.</summary>
    public string Name { get; }
}
