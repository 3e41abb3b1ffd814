using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;

namespace HiveGen.Generator.Tests;

/// <summary>
/// What is generated, as files to read. Each is also generated twice (the second time from the cache), compiled without a
/// warning, and run: its <c>Probe.Run</c> writes and reads records of a Hive on a real file.
/// </summary>
public sealed class SnapshotTests
{
    [Fact]
    public Task A_synced_model_with_a_unique_key() => Check(
        nameof(A_synced_model_with_a_unique_key),
        """
        using System.ComponentModel.DataAnnotations;
        namespace App;

        [HiveModel(Sync = "users")]
        public sealed partial class Account
        {
            [Unique, EmailAddress] public required string Email { get; set; }
            [StringLength(50, MinimumLength = 2)] public string? Name { get; set; }
            public string Plan { get; set; } = "free";
            [LocalOnly] public string? PasswordHash { get; set; }
            [CreatedAt] public DateTimeOffset CreatedAt { get; set; }
            [UpdatedAt] public DateTimeOffset UpdatedAt { get; set; }
        }

        public static class Probe
        {
            public static async Task Run(Hive hive)
            {
                Account stored = await hive.Accounts.AddAsync(new() { Email = "ada@example.com" });
                if (hive.Accounts.GetByEmail("ada@example.com")?.Plan != "free") throw new InvalidOperationException(stored.Id);
            }
        }
        """);

    [Fact]
    public Task A_model_that_never_leaves_and_links() => Check(
        nameof(A_model_that_never_leaves_and_links),
        """
        using System.ComponentModel.DataAnnotations.Schema;
        namespace App;

        [HiveModel, RenamedFrom("Human")]
        public sealed partial class Person { [RenamedFrom("FullName"), RenamedFrom("call_sign")] public required string Name { get; init; } }

        [HiveModel, Index(nameof(Owner), nameof(Until))]
        public sealed partial class Session
        {
            [Link(OnDelete = LinkAction.Cascade)] public required Link<Person> Owner { get; set; }
            [Unique] public required string Token { get; set; }
            [Unique] public int? Seat { get; set; }
            public DateOnly? Until { get; set; }
            [NotMapped] public bool IsFresh { get; set; }
        }

        public static class Probe
        {
            public static async Task Run(Hive hive)
            {
                Person person = await hive.People.AddAsync(new Person { Name = "Ada" });
                Session session = await hive.Sessions.AddAsync(new Session { Owner = person.Id, Token = "t", Seat = 7, Until = new(2027, 1, 1) });
                if (hive.Sessions.GetByToken("t")?.Id != session.Id || hive.Sessions.GetBySeat(7)?.Id != session.Id) throw new InvalidOperationException("not found");
                await hive.People.RemoveAsync(person.Id);
                if (hive.Sessions.Get(session.Id) is not null) throw new InvalidOperationException("not cascaded");
            }
        }
        """);

    [Fact]
    public Task A_positional_record_nested_in_a_partial_class() => Check(
        nameof(A_positional_record_nested_in_a_partial_class),
        """
        namespace App.Inner
        {
            internal static partial class Outer
            {
                [HiveModel(Sync = "countries")]
                public sealed partial record Country(string Code, long Id = 0);

                [HiveModel(Sync = "cities"), Unique("Country", "Name")]
                internal sealed partial record City(string Name, Link<Country, long> Country, int? @class = null, Link<City>? Sister = null,
                    [property: JsonColumn] System.Text.Json.Nodes.JsonNode? Map = null, [property: JsonColumn] System.Text.Json.Nodes.JsonNode Seal = null!, [property: LocalOnly] string Mayor = "nobody")
                {
                    public string Label { get; set; } = Name + (Sister is null ? "" : " by " + Sister.Value.Id) + Map?["of"] + Seal?["by"] + " " + Mayor;
                }
            }
        }

        namespace App
        {
            using App.Inner;

            public static class Probe
            {
                public static async Task Run(global::Tests.App.Hive hive)
                {
                    Outer.Country country = await hive.Countries.AddAsync(new Outer.Country("FI"));
                    Outer.City city = await hive.Cities.AddAsync(new Outer.City("Turku", country.Id, Seal: new System.Text.Json.Nodes.JsonObject()));
                    if (hive.Cities.GetByCountryAndName(country.Id, "Turku")?.Label != city.Label) throw new InvalidOperationException(city.ToString());
                    Outer.CitySync wire = new() { Name = "Turku", Country = country.Id, Sister = "t", Map = System.Text.Json.JsonElement.Parse("{\"of\":1}"), Seal = System.Text.Json.JsonElement.Parse("{\"by\":2}") };
                    Outer.City.Schema.Instance.Sync!.FillDefaults(wire, default);
                    if (wire.Label.Value != "Turku by t12 nobody") throw new InvalidOperationException(wire.Label.Value);
                }
            }
        }
        """);

    [Fact]
    public Task Types_that_need_more_than_a_name() => Check(
        nameof(Types_that_need_more_than_a_name),
        """"
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using System.Text.Json.Serialization.Metadata;
        namespace App;

        [HiveModel]
        public sealed partial class Place { public long Id { get; set; } }

        [HiveModel(Sync = "things")]
        public sealed partial class Thing
        {
            [JsonColumn(typeof(Sizes))] public Size Size { get; set; }
            [JsonColumn(typeof(Sizes))] public Size? SizeOrNull { get; set; }
            [JsonColumn] public JsonElement Element { get; set; } = JsonElement.Parse("{}");
            [JsonColumn] public JsonElement? ElementOrNull { get; set; }
            [JsonColumn] public JsonNode Node { get; set; } = new JsonObject();
            [JsonColumn] public JsonNode? NodeOrNull { get; set; }
            public Kind Kind { get; set; }
            public Kind? KindOrNull { get; set; }
            public byte[] Blob { get; set; } = [];
            public byte[]? BlobOrNull { get; set; }
            public byte First { get; set; }
            public decimal Last { get; set; }
            public DateTime Earliest { get; set; } = DateTime.UnixEpoch;
            public TimeSpan Longest { get; set; }
            public Link<Thing>? Whole { get; set; }
            public Link<Place, long>? Place { get; set; }
        }

        public enum Kind { Plain, Rare }

        public readonly record struct Size(int Width);

        public sealed class SizeConverter : JsonConverter<Size>
        {
            public override Size Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetInt32());
            public override void Write(Utf8JsonWriter writer, Size value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Width);
        }

        public sealed class Sizes : JsonSerializerContext, IJsonTypeInfoResolver
        {
            private Sizes() : base(null) { }
            public static Sizes Default { get; } = new();
            protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override JsonTypeInfo? GetTypeInfo(Type type) => Make(type, Options);
            JsonTypeInfo? IJsonTypeInfoResolver.GetTypeInfo(Type type, JsonSerializerOptions options) => Make(type, options);
            private static JsonTypeInfo? Make(Type type, JsonSerializerOptions options)
                => type == typeof(Size) ? JsonMetadataServices.CreateValueInfo<Size>(options, new SizeConverter())
                : type == typeof(Size?) ? JsonMetadataServices.CreateValueInfo<Size?>(options, JsonMetadataServices.GetNullableConverter<Size>(options))
                : null;
        }

        public static class Probe
        {
            public static async Task Run(Hive hive)
            {
                Place place = await hive.Places.AddAsync(new Place());
                JsonSerializerOptions options = new() { TypeInfoResolver = global::Tests.App.HiveJson.Instance };
                string json = """
                    {"id":"t","size":1,"sizeOrNull":2,"element":[3],"elementOrNull":4,"node":{"a":5},"nodeOrNull":6,"kind":"Rare","kindOrNull":"Rare","blob":"Bw==","blobOrNull":"CA==","first":9,"last":10.5,"earliest":"2026-11-22T00:00:00Z","longest":"PT11S","whole":"t","place":PLACE}
                    """.Replace("PLACE", place.Id.ToString());
                Thing read = (Thing)JsonSerializer.Deserialize(json, options.GetTypeInfo(typeof(Thing)))!;
                Same(json, await hive.Things.AddAsync(read), options);
                Same(json, hive.Things.Get("t")!, options);
                Thing.Changes changes = new() { SizeOrNull = new Size(3), NodeOrNull = JsonNode.Parse("[7]"), Blob = new byte[] { 1 }, KindOrNull = Kind.Plain, Place = (long?)null };
                Same(json.Replace("OrNull\":2", "OrNull\":3").Replace(":6", ":[7]").Replace("Bw==", "AQ==").Replace("OrNull\":\"Rare", "OrNull\":\"Plain").Replace(place.Id + "}", "null}"), (await hive.Things.SetAsync("t", changes))!, options);
            }

            private static void Same(string expected, Thing actual, JsonSerializerOptions options)
            {
                string json = JsonSerializer.Serialize(actual, options.GetTypeInfo(typeof(Thing)));
                if (!JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(json))) throw new InvalidOperationException(expected + " " + json);
            }
        }
        """");

    [Fact]
    public Task Hooks_a_marked_database_and_a_custom_target() => Check(
        nameof(Hooks_a_marked_database_and_a_custom_target),
        """
        using HiveGen.Targets;
        namespace App;

        [HiveDatabase]
        internal sealed partial class BlogHive;

        [HiveModel(Sync = "notes")]
        public sealed partial class Note
        {
            public required string Text { get; set; }
            public NoteKind Kind { get; set; }
        }

        public enum NoteKind { Plain, Loud = 5, Shouted = Loud }

        internal abstract class Shared : Note.Hooks
        {
            public static string? Heard { get; private set; }
            public override ValueTask BeforeAdd(NoteBeforeAdd e) { Heard = e.Client is BlogHive ? "added " + e.Records[0].Text : null; return default; }
        }

        [HiveHooks]
        internal sealed class NoteHooks : Shared
        {
            public override ValueTask FollowingRemove(NoteFollowingRemove e) => default;
            public override ValueTask Set(NoteSet e) => default;
        }

        [HiveTarget("crm")]
        internal sealed partial class Crm
        {
            public int Upserts { get; private set; }
            public override ValueTask UpsertNotesAsync(IReadOnlyList<Versioned<NoteSync>> batch, CancellationToken cancellationToken) { Upserts += batch.Count; return default; }
            public override ValueTask DeleteNotesAsync(IReadOnlyList<DeletedRecord> batch, CancellationToken cancellationToken) => default;
        }

        internal static class Probe
        {
            public static async Task Run(BlogHive hive)
            {
                Crm crm = new();
                NoteSync note = new() { Id = "n1", Text = "x" };
                await crm.SendAsync(new SendBatch([new SyncItem(Note.Schema.Instance.Sync!, SqlValue.From("n1"), "n1", 1, "home", note)], null), default);
                Note stored = await hive.Notes.AddAsync(new() { Text = "x", Kind = NoteKind.Shouted });
                if (NoteHooks.Heard != "added x" || hive.Notes.Get(stored.Id)?.Kind != NoteKind.Loud) throw new InvalidOperationException(NoteHooks.Heard);
                if (crm.Upserts != 1 || crm.Name != "crm") throw new InvalidOperationException();
                if (BlogHive.Schema.Hooks[0].Points != (HookPoints.BeforeAdd | HookPoints.Set | HookPoints.FollowingRemove)) throw new InvalidOperationException(BlogHive.Schema.Hooks[0].Points.ToString());
            }
        }
        """,
        "App.BlogHive");

    private static async Task Check(string name, string source, string database = "Tests.App.Hive")
    {
        source = source.Contains("namespace App;", StringComparison.Ordinal) && database == "Tests.App.Hive" ? source.Replace("(Hive hive)", "(global::Tests.App.Hive hive)", StringComparison.Ordinal) : source;
        (CSharpCompilation output, Microsoft.CodeAnalysis.GeneratorRunResult result) = GeneratorHarness.RunClean(GeneratorHarness.Compile(source));
        await using EmittedApp app = new(output, database);
        Snapshot.Match(name, result.GeneratedSources.ToImmutableSortedDictionary(static source => source.HintName, static source => source.SourceText.ToString(), StringComparer.Ordinal).Add("schema.sql", Sql(app.Schema)));
        await app.RunAsync("App.Probe", "Run");
    }

    /// <summary>What the generated code makes of a new file.</summary>
    private static string Sql(HiveSchema schema)
        => string.Join(";\n\n", schema.Models.SelectMany(static model => model.Indexes.Concat(model.Triggers).Select(static made => made.Sql).Prepend(model.CreateTable))) + ";\n";
}
