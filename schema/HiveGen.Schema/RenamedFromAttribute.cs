using System;

namespace HiveGen;

/// <summary>
/// On a property or a model that was renamed: its former name, so that what is stored moves along instead of being dropped. It may
/// stay for as long as files with the former name may come, and there may be several: the first that a file has is taken.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RenamedFromAttribute : Attribute
{
    /// <summary>The former name.</summary>
    public RenamedFromAttribute(string name) => Name = name;

    /// <summary>The former name: of a property as C# or the column spelled it; of a model the class or the table.</summary>
    public string Name { get; }
}
