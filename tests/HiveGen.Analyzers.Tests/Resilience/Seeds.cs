namespace HiveGen.Analyzers.Tests.Resilience;

/// <summary>What mutants begin as: one app of two files that uses everything there is. All of it compiles.</summary>
internal static class Seeds
{
    public const string Fixed = """
        namespace App;
        public enum Mode { None, One, Two }
        [Flags] public enum Flag { A = 1, B = 2 }
        public class Other { public class Inner { } }
        public sealed class Context : System.Text.Json.Serialization.JsonSerializerContext
        {
            public Context() : base(null) { }
            public static Context Default { get; } = new();
            protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
        }
        """;

    public static readonly string[] All =
    [
        """
        namespace App;
        [HiveModel(Sync = "firsts")]
        [Unique("Name", "Number")]
        public sealed partial class First
        {
            [Unique, StringLength(20)] public required string Name { get; set; }
            public int Number { get; set; } = 3;
            [LocalOnly] public string? Password { get; set; }
        }
        """,
        """
        namespace App;
        [HiveModel] public sealed partial class First { public long Id { get; set; } [Scale(2)] public decimal? Price { get; set; } }
        [HiveModel] public sealed partial class Second { [Link(OnDelete = LinkAction.Cascade)] public required Link<First, long> First { get; set; } }
        """,
        """
        namespace App;
        public abstract class Base { [UpdatedAt] public DateTimeOffset UpdatedAt { get; set; } public string? Text { get; protected set; } }
        public static partial class Outer
        {
            [HiveModel(Sync = "firsts"), Check("number >= 0")] public sealed partial record First(string Name, [property: Range(1, 9)] int Number = 2) { public Mode Mode { get; init; } = Mode.Two; }
        }
        """,
        """
        namespace App;
        public abstract class Base { [UpdatedAt] public DateTimeOffset UpdatedAt { get; set; } [RegularExpression("[a-z]*")] public string? Name { get; protected set; } }
        [HiveModel] public partial class First : Base { public Guid Id { get; set; } [JsonColumn(typeof(Context))] public List<string>? Tags { get; set; } }
        """,
        """
        namespace App;
        [HiveModel] public sealed partial class First { public string Name { get; set; } = "x"; public byte[]? Data { get; set; } }
        [HiveHooks]
        public sealed partial class Hooks : First.Hooks
        {
            public override async ValueTask BeforeAdd(FirstBeforeAdd e) { await Task.Yield(); e.Records[0].Name += "!"; }
            public override ValueTask FollowingAdd(FirstFollowingAdd e) { e.WaitUntil(Task.Delay(1)); return default; }
        }
        [HiveDatabase] public sealed partial class Db { }
        public static class Use
        {
            public static async Task Run(Db hive)
            {
                First first = await hive.Firsts.AddAsync(new() { Name = "a" });
                _ = hive.Firsts.Where(f => f.Name == "a" & f.Data.IsNull).OrderBy(f => f.Name).Take(3).ToList();
                await hive.Firsts.All().RemoveAsync();
            }
        }
        """,
    ];
}
