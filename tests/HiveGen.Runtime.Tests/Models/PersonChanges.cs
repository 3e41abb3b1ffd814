namespace HiveGen.Tests.Models;

public sealed class PersonChanges : Changes<Person>
{
    public Assign<string> Name { get; set; }

    public override void WriteTo(ChangeWriter writer) => writer.Text(1, Name);
}
