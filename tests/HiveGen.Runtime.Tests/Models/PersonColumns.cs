namespace HiveGen.Tests.Models;

public sealed class PersonColumns
{
    public static PersonColumns Instance { get; } = new();

    public TextColumn<Person> Id { get; } = new("id");

    public TextColumn<Person> Name { get; } = new("name");
}
