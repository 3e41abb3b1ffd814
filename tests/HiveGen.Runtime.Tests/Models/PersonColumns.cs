namespace HiveGen.Tests.Models;

public sealed class PersonColumns() : ModelColumns<Person>(2)
{
    public static PersonColumns Instance { get; } = new();

    public TextColumn<Person> Id => GetText(0);

    public TextColumn<Person> Name => GetText(1);
}
