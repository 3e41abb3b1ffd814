namespace HiveGen.Tests.Models;

public sealed class PersonSet(HiveEngine engine) : RecordSet<Person, string, PersonColumns, PersonChanges>(engine, PersonColumns.Instance)
{
    public Person? GetByName(string name) => GetBy(PersonModel.SelectByName, SqlValue.From(name));
}
