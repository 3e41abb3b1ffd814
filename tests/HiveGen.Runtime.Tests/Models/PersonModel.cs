using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Tests.Models;

internal sealed class PersonModel : HiveModel<Person>
{
    public static PersonModel Instance { get; } = new();

    public override string Name => "Person";

    public override string Table => "people";

    public override string CreateTable => "CREATE TABLE \"people\" (\"id\" TEXT NOT NULL PRIMARY KEY, \"name\" TEXT NOT NULL) STRICT";

    public override PreparedSql Insert { get; } = new("INSERT INTO \"people\" (\"id\", \"name\") VALUES (?1, ?2)");

    public override string Select => "SELECT \"id\", \"name\" FROM \"people\" ";

    public override PreparedSql SelectById { get; } = new("SELECT \"id\", \"name\" FROM \"people\" WHERE \"id\" = ?1");

    internal override IReadOnlyList<PreparedSql> SelectByKey { get; } = [new("SELECT \"id\", \"name\" FROM \"people\" WHERE \"name\" = ?1")];

    public override PreparedSql DeleteById { get; } = new("DELETE FROM \"people\" WHERE \"id\" = ?1");

    public override SyncModel? Sync => null;

    public override IReadOnlyList<HiveColumn> Columns { get; } =
    [
        new("id", "Id", SqlKind.Text, false, ColumnRole.Id, true, ""),
        new("name", "Name", SqlKind.Text, false, ColumnRole.Value, true, ""),
    ];

    public override IReadOnlyList<SchemaObject> Indexes { get; } = [new("people_name", "CREATE UNIQUE INDEX \"people_name\" ON \"people\" (\"name\")")];

    public override IReadOnlyList<SchemaObject> Triggers => [];

    public override IReadOnlyList<ModelLink> Links => [];

    public override Person Prepare(Person draft, DateTimeOffset now)
    {
        Violations violations = default;
        HiveGen.Check.Required(ref violations, "Name", draft.Name);
        HiveGen.Check.Length(ref violations, "Name", draft.Name, 1, 50);
        violations.ThrowIfAny("Person");
        return Draft(draft);
    }

    public override void Check(ref Violations violations, int column, object? value) => HiveGen.Check.Required(ref violations, "Name", value);

    public override Person Draft(Person record) => new() { Id = record.Id.Length == 0 ? Ids.NewText("per") : record.Id, Name = record.Name };

    public override void Bind(Statement statement, int first, Person record)
    {
        statement.BindText(first, record.Id);
        statement.BindText(first + 1, record.Name);
    }

    public override Person Read(Statement row) => new() { Id = row.Text(0), Name = row.Text(1) };

    public override SqlValue KeyOf(Person record, int column) => SqlValue.From(record.Id);
}
