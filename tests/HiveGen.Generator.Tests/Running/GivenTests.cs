using System.Reflection;
using HiveGen.Targets;
using HiveGen.TestModels;

namespace HiveGen.Generator.Tests;

/// <summary>The fields of a DTO: which were given, and where the runtime finds them.</summary>
public sealed class GivenTests
{
    private static readonly SyncModel Model = Account.Schema.Instance.Sync!;

    [Fact]
    public void What_is_set_is_given_also_as_null_and_nothing_else()
    {
        AccountSync record = new() { Email = "a@x.example", Name = null, CreatedAt = DateTimeOffset.UnixEpoch };

        Assert.Equal(["createdAt", "email", "name"], Given(record));
        Assert.True(record.Name.IsGiven);
        Assert.False(record.Handle.IsGiven);
        Assert.Equal("a@x.example", record.Email.Value);
        Assert.Null(record.Name.Value);
        Assert.Equal(DateTimeOffset.UnixEpoch, record.CreatedAt.Value);
    }

    [Fact]
    public void A_null_that_was_given_takes_the_stored_value_away_and_what_was_not_given_stays()
    {
        AccountSync stored = new() { Email = "a@x.example", Name = "Ann", Handle = "ann" };

        Model.Merge(stored, new AccountSync { Name = null, Email = "b@x.example" });

        Assert.Equal(("b@x.example", null, "ann"), (stored.Email.Value, stored.Name.Value, stored.Handle.Value));
    }

    [Fact]
    public void What_counts_as_given_can_be_said_anew_and_the_values_stay()
    {
        AccountSync record = new() { Email = "a@x.example", Name = "Ann" };
        FieldSet all = record.Given;
        FieldSet email = default;
        email.Add(Index("email"));

        record.Regard(all.Without(email));
        Assert.Equal(["name"], Given(record));
        record.Regard(all);

        Assert.Equal(["email", "name"], Given(record));
        Assert.Equal(("a@x.example", "Ann"), (record.Email.Value, record.Name.Value));
    }

    [Fact]
    public void A_field_converts_from_its_value_and_to_it()
    {
        Given<int?> field = 5;
        int? value = field;

        Assert.Equal(5, value);
        Assert.True(field.IsGiven);
        Assert.Equal("5", field.ToString());
        Assert.Null((int?)default(Given<int?>));
        Assert.Equal("", default(Given<int?>).ToString());
    }

    [Fact]
    public void Every_number_of_a_field_is_that_of_the_member_it_is_called_after()
    {
        SyncModel model = AllTypes.Schema.Instance.Sync!;
        AllTypesSync all = new();
        for (int i = 0; i < model.Fields.Count; i++)
        {
            FieldSet one = default;
            one.Add(i);

            all.Regard(one);

            Assert.Equal([model.Fields[i].Property], Members(all).Where(static member => member.IsGiven).Select(static member => member.Name));
        }
    }

    [Fact]
    public void Fields_are_found_while_the_collector_moves_their_records()
    {
        List<AccountSync> records = [];
        for (int i = 0; i < 1_000; i++)
        {
            _ = new byte[64 + i];
            records.Add(new AccountSync { Id = $"acc_{i}", Name = $"Ann {i}" });
        }

        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);

        for (int i = 0; i < records.Count; i++)
        {
            Assert.Equal(SqlValue.From($"acc_{i}"), Model.IdOf(records[i]));
            Model.SetId(records[i], SqlValue.From($"new_{i}"));
            Assert.Equal(($"new_{i}", $"Ann {i}"), (records[i].Id.Value, records[i].Name.Value));
        }
    }

    private static IEnumerable<string> Given(SyncRecord record) => Model.Fields.Where((_, i) => record.Given.Has(i)).Select(static field => field.Name).Order(StringComparer.Ordinal);

    private static int Index(string name) => Model.Fields.Select(static (field, i) => (field.Name, i)).Single(field => field.Name == name).i;

    private static IEnumerable<(string Name, bool IsGiven)> Members(SyncRecord record) => record.GetType()
        .GetFields(BindingFlags.Public | BindingFlags.Instance)
        .Select(field => (field.Name, (bool)field.FieldType.GetProperty("IsGiven")!.GetValue(field.GetValue(record))!));
}
