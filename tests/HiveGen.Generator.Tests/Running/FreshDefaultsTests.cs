using System.Reflection;
using HiveGen.Targets;
using HiveGen.TestModels;
using Microsoft.CodeAnalysis.CSharp;

namespace HiveGen.Generator.Tests;

/// <summary>Initialisers that are no constants: a create over the wire that leaves the fields out gets what they give.</summary>
public sealed class FreshDefaultsTests
{
    private const string Source = """
        using System.Text.Json.Nodes;

        namespace App;

        [HiveModel(Sync = "events")]
        public sealed partial class Event
        {
            private static int made;
            private string name = "";

            private Event() => made++;

            public static int Made => made;

            public required string Name { get => name; set => name = value ?? throw new ArgumentNullException(nameof(value)); }
            public DateOnly Day { get; set; } = DateOnly.FromDayNumber(7);
            public Guid Code { get; init; } = Guid.NewGuid();
            public Link<Event>? Parent { get; set; } = new Link<Event>("evt_root");
            public string Slug { get; set; } = string.Concat("a", "b");
            public string? Nothing { get; set; } = null;
            [JsonColumn] public JsonNode Tags { get; set; } = new JsonArray("x");
            public Guid? Other { get; set; }
        }
        """;

    [Fact]
    public async Task Fields_left_out_are_read_off_one_fresh_record()
    {
        (CSharpCompilation output, _) = GeneratorHarness.RunClean(GeneratorHarness.Compile(Source));
        await using EmittedApp app = new(output, "Tests.App.Hive");
        SyncModel model = app.Schema.Models.Single().Sync!;
        SyncRecord record = model.Create();
        Set(record, "Slug", "given");

        model.FillDefaults(record, DateTimeOffset.UnixEpoch);

        Assert.Equal(1, app.Assembly.GetType("App.Event")!.GetProperty("Made")!.GetValue(null));
        Assert.Equal(DateOnly.FromDayNumber(7), Get(record, "Day"));
        Assert.NotEqual(Guid.Empty, Assert.IsType<Guid>(Get(record, "Code")));
        Assert.Equal("evt_root", Get(record, "Parent"));
        Assert.Equal("""["x"]""", Get(record, "Tags")!.ToString());
        Assert.Equal("given", Get(record, "Slug"));
        Assert.Equal(["code", "day", "parent", "slug", "tags"], model.Fields.Where((_, i) => record.Given.Has(i)).Select(static field => field.Name).Order());
    }

    [Fact]
    public async Task Initialisers_in_the_body_of_a_positional_record_see_its_parameters()
    {
        const string Positional = """
            namespace App;

            [HiveModel(Sync = "places")]
            public sealed partial record Place(string Name, Link<Place>? Parent, int Size = 3)
            {
                public string Slug { get; init; } = Name.ToLowerInvariant() + Size + Parent?.Id;
                public Guid Code { get; init; } = Guid.NewGuid();
            }
            """;
        (CSharpCompilation output, _) = GeneratorHarness.RunClean(GeneratorHarness.Compile(Positional));
        await using EmittedApp app = new(output, "Tests.App.Hive");
        SyncModel model = app.Schema.Models.Single().Sync!;
        SyncRecord record = model.Create();
        Set(record, "Name", "Ulm");
        Set(record, "Parent", "p1");

        model.FillDefaults(record, DateTimeOffset.UnixEpoch);

        Assert.Equal("ulm3p1", Get(record, "Slug"));
        Assert.NotEqual(Guid.Empty, Assert.IsType<Guid>(Get(record, "Code")));
        SyncRecord partial = model.Create();
        Set(partial, "Size", 5);
        model.FillDefaults(partial, DateTimeOffset.UnixEpoch);
        Assert.Null(Get(partial, "Slug"));
    }

    [Fact]
    public void Collections_and_typed_JSON_are_read_off_too()
    {
        AllTypesSync left = new();

        AllTypes.Schema.Instance.Sync!.FillDefaults(left, DateTimeOffset.UnixEpoch);

        Assert.Equal("[]", left.Tags.Value!.Value.GetRawText());
        Assert.Equal("{}", left.Node.Value!.Value.GetRawText());
        Assert.Equal([], left.Blob.Value!);
        Assert.Null(left.Address.Value);
    }

    private const string WithConstructors = """
        namespace App;

        [HiveModel(Sync = "places")]
        public sealed partial record Place(string Name, Link<Place>? Within, int Size = 3)
        {
            public string Slug { get; init; } = Name.ToLowerInvariant() + "-" + Size;
            public Guid Code { get; init; } = Guid.NewGuid();
            public required string Note { get; set; }
            [LocalOnly] public string? Secret { get; set; }
        }

        [HiveModel(Sync = "things")]
        public sealed partial class Thing
        {
            public Thing(string name) => Name = name.Length > 0 ? name : throw new ArgumentException("empty");
            public string Name { get; }
            public Guid Code { get; init; } = Guid.NewGuid();
        }
        """;

    [Fact]
    public async Task Initialisers_of_a_positional_record_see_what_was_given_to_its_constructor()
    {
        (CSharpCompilation output, _) = GeneratorHarness.RunClean(GeneratorHarness.Compile(WithConstructors));
        await using EmittedApp app = new(output, "Tests.App.Hive");
        SyncModel model = app.Schema.Models.Single(static model => model.Name == "Place").Sync!;
        SyncRecord record = model.Create();
        Set(record, "Name", "Delft");

        model.FillDefaults(record, DateTimeOffset.UnixEpoch);
        object? code = Get(record, "Code");
        model.FillDefaults(record, DateTimeOffset.UnixEpoch);

        Assert.Equal("delft-3", Get(record, "Slug"));
        Assert.NotEqual(Guid.Empty, Assert.IsType<Guid>(code));
        Assert.Equal(code, Get(record, "Code")); // what was validated is what is stored
        Assert.Null(Get(record, "Note"));
    }

    [Fact]
    public async Task What_the_constructor_lacks_is_left_to_the_validation()
    {
        (CSharpCompilation output, _) = GeneratorHarness.RunClean(GeneratorHarness.Compile(WithConstructors));
        await using EmittedApp app = new(output, "Tests.App.Hive");
        foreach ((string name, string[] missing) in new[] { ("Place", new[] { "name", "note" }), ("Thing", ["name"]) })
        {
            SyncModel model = app.Schema.Models.Single(model => model.Name == name).Sync!;
            SyncRecord record = model.Create();
            Set(record, "Id", "x");
            Violations violations = default;

            model.FillDefaults(record, DateTimeOffset.UnixEpoch);
            model.Validate(record, SyncOperation.Create, ref violations);

            Assert.Equal(missing, violations.Errors.Select(static error => error.Field));
        }
    }

    private static object? Get(SyncRecord record, string name)
    {
        FieldInfo field = record.GetType().GetField(name)!;
        return field.FieldType.GetProperty("Value")!.GetValue(field.GetValue(record));
    }

    private static void Set(SyncRecord record, string name, object value)
    {
        FieldInfo field = record.GetType().GetField(name)!;
        field.SetValue(record, Activator.CreateInstance(field.FieldType, value));
    }
}
