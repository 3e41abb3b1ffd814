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
        namespace App;

        [HiveModel, RenamedFrom("Human")]
        public sealed partial class Person { [RenamedFrom("FullName"), RenamedFrom("call_sign")] public required string Name { get; init; } }

        [HiveModel, Index(nameof(Owner), nameof(Until))]
        public sealed partial class Session
        {
            [Link(OnDelete = LinkAction.Cascade)] public required Link<Person> Owner { get; set; }
            [Unique] public required string Token { get; set; }
            public DateOnly? Until { get; set; }
        }

        public static class Probe
        {
            public static async Task Run(Hive hive)
            {
                Person person = await hive.People.AddAsync(new Person { Name = "Ada" });
                Session session = await hive.Sessions.AddAsync(new Session { Owner = person.Id, Token = "t", Until = new(2027, 1, 1) });
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
                internal sealed partial record City(string Name, Link<Country, long> Country, int? @class = null);
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
                    Outer.City city = await hive.Cities.AddAsync(new Outer.City("Turku", country.Id));
                    if (hive.Cities.GetByCountryAndName(country.Id, "Turku") != city) throw new InvalidOperationException(city.ToString());
                }
            }
        }
        """);

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
        Snapshot.Match(name, result.GeneratedSources);
        await using EmittedApp app = new(output, database);
        await app.RunAsync("App.Probe", "Run");
    }
}
