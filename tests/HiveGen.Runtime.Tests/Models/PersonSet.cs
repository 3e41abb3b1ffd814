namespace HiveGen.Tests.Models;

public sealed class PersonSet(HiveEngine engine) : RecordSet<Person, string, PersonColumns, PersonChanges>(engine, PersonColumns.Instance)
{
    public Person? GetByName(string name) => GetByKey(0, SqlValue.From(name));
}
