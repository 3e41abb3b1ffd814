namespace HiveGen.Generator.Tests;

/// <summary>A base class that models of compiled sources find in another library.</summary>
public abstract class Entity
{
    public string Name { get; set; } = "x";
}
