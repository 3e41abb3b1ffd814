namespace HiveGen.Tests.Models;

/// <summary>A small model whose ids SQLite does not make, with a unique key.</summary>
public sealed class Person : IHiveRecord<Person>
{
    public string Id { get; set; } = "";

    public required string Name { get; set; }

    static HiveModel<Person> IHiveRecord<Person>.Model => PersonModel.Instance;
}
