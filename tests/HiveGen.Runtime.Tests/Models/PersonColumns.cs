namespace HiveGen.Tests.Models;

public sealed class PersonColumns : ModelColumns<Person>
{
    public static PersonColumns Instance { get; } = new();

    public TextColumn<Person> Id { get; } = GetText(0);

    public TextColumn<Person> Name { get; } = GetText(1);
}
