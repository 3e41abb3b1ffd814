namespace HiveGen.Analyzers.Tests.Models;

public sealed class ModelRuleTests
{
    [Theory]
    [InlineData("HIVE0001", "[HiveModel] public sealed class [|A|] { }")]
    [InlineData("HIVE0001", "[HiveModel] public sealed record [|A|](int Number);")]
    [InlineData("HIVE0001", "[HiveDatabase] public sealed class [|Db|] { } [HiveTarget(\"t\")] public sealed class [|T|] { }")]
    [InlineData("HIVE0002", "public class Outer { public class Inner { [HiveModel] public sealed partial class [|A|] { } } }")]
    [InlineData("HIVE0002", "public class Outer { public partial class Inner { [HiveModel] public sealed partial class [|A|] { } } }")]
    public Task What_must_be_partial_is_told_at_its_name(string id, string source) => Findings.ExpectAsync(id, source, compiles: false);

    [Fact]
    public Task A_rule_that_nobody_checks_is_told() => Findings.ExpectAsync("HIVE0025", """
        public sealed class OwnAttribute : ValidationAttribute;
        [HiveModel] public sealed partial class A
        {
            [[|Url|]] public string? Home { get; set; }
            [[|Phone|]] public string? Phone { get; set; }
            [[|Compare("Other")|]] public string? Again { get; set; }
            [[|Own|]] public string? Own { get; set; }
            [Required, StringLength(3), MinLength(1), MaxLength(3), Length(1, 3), RegularExpression("a"), EmailAddress, DataType(DataType.Url)] public string? Other { get; set; }
            [Range(1, 2)] public int Number { get; set; }
            [Url] public string Computed => "";
            [System.ComponentModel.DataAnnotations.Schema.NotMapped, Url] public string? Not { get; set; }
        }
        public class B { [Url] public string? NoModel { get; set; } }
        """);

    [Fact]
    public Task A_ring_of_cascades_is_told_at_each_link_that_could_break_it() => Findings.ExpectAsync("HIVE0101", """
        [HiveModel] public sealed partial class A { [[|Link(OnDelete = LinkAction.Cascade)|]] public Link<B>? B { get; set; } [Link(OnDelete = LinkAction.Cascade)] public Link<A>? Parent { get; set; } }
        [HiveModel] public sealed partial class B { [[|Link(OnDelete = LinkAction.Cascade)|]] public Link<C, long>? C { get; set; } [Link(OnDelete = LinkAction.Cascade)] public Link<D>? D { get; set; } }
        [HiveModel] public sealed partial class C { public long Id { get; set; } [[|Link(OnDelete = LinkAction.Cascade)|]] public required Link<A> A { get; set; } }
        [HiveModel] public sealed partial class D { [Link(OnDelete = LinkAction.SetNull)] public Link<B>? B { get; set; } public Link<A>? A { get; set; } }
        [HiveModel] public sealed partial class E { [Link(OnDelete = LinkAction.Cascade)] public Link<A>? A { get; set; } }
        """);

    [Fact]
    public async Task The_message_of_a_ring_names_the_way_round()
    {
        var found = await Findings.ExpectAsync("HIVE0101", "[HiveModel] public sealed partial class A { [[|Link(OnDelete = LinkAction.Cascade)|]] public Link<B>? B { get; set; } } [HiveModel] public sealed partial class B { [[|Link(OnDelete = LinkAction.Cascade)|]] public Link<A>? A { get; set; } }");
        Assert.Contains("A → B → A", found[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public Task A_unique_property_that_may_be_null_is_a_suggestion() => Findings.ExpectAsync("HIVE0102", """
        [HiveModel, [|Unique(nameof(C))|]] public sealed partial class A
        {
            [[|Unique|]] public string? Handle { get; set; }
            [[|Unique|], StringLength(3)] public int? Number { get; set; }
            [Unique] public required string B { get; set; }
            [Index] public string? C { get; set; }
        }
        #nullable disable
        [HiveModel] public sealed partial class Old { [Unique] public string Name { get; set; } }
        """.Replace("[[|Unique|], StringLength(3)]", "[[|Unique|], Range(1, 3)]", StringComparison.Ordinal));

    [Fact]
    public Task A_unique_key_over_a_nullable_is_told() => Findings.ExpectAsync("HIVE0103", """
        public abstract class Base { public string? Region { get; set; } }
        [HiveModel, [|Unique(nameof(Name), nameof(Team))|], [|Unique("Name", "Region")|], Unique(nameof(Name), nameof(Number)), Unique(nameof(Team))] public sealed partial class A : Base
        {
            public required string Name { get; set; }
            public string? Team { get; set; }
            public int Number { get; set; }
        }
        """);

    [Fact]
    public Task A_synced_property_that_sounds_like_a_secret_is_told() => Findings.ExpectAsync("HIVE0104", """
        [HiveModel(Sync = "xs")] public sealed partial class X
        {
            public string? [|Password|] { get; set; }
            public string? [|PasswordHash|] { get; set; }
            public byte[]? [|password_salt|] { get; set; }
            public string? [|AccessToken|] { get; set; }
            public Guid [|ResetToken|] { get; set; }
            public string? [|ApiKey|] { get; set; }
            public string? [|APIKey|] { get; set; }
            public string? [|SSN|] { get; set; }
            public int? [|Pin|] { get; set; }
            public long [|Ssn|] { get; set; }
            public string? [|SocialSecurityNumber|] { get; set; }
            public string? [|CreditCardNumber|] { get; set; }
            public string? [|ClientSecret|] { get; set; }
            public string? [|ClientSecret2|] { get; set; }
            public string? Secretary { get; set; }
            public string? TokenType { get; set; }
            public int TokenCount { get; set; }
            public int Token { get; set; }
            public DateTimeOffset PasswordChangedAt { get; set; }
            public bool HasPassword { get; set; }
            public string? ContentHash { get; set; }
            public string? SortKey { get; set; }
            public string? PublicKey { get; set; }
            public string? Spinning { get; set; }
            public string? Hashtag { get; set; }
            public string? CardName { get; set; }
        }
        """);

    [Fact]
    public Task What_stays_in_the_Hive_may_be_secret() => Findings.ExpectAsync("HIVE0104", """
        [HiveModel] public sealed partial class Session { public required string Token { get; set; } }
        public abstract class Base { public string? Secret { get; set; } }
        [HiveModel(Sync = "as")] public sealed partial class A { [LocalOnly] public string? Password { get; set; } public string Hash => ""; [System.ComponentModel.DataAnnotations.Schema.NotMapped] public string? Pwd { get; set; } }
        [HiveModel(Sync = "bs")] public sealed partial class [|B|] : Base { }
        [HiveModel(Sync = "cs")] public sealed partial record C(string [|Password|], [property: LocalOnly] string Secret);
        """);

    [Fact]
    public Task A_link_from_a_synced_model_to_one_that_is_not_is_told() => Findings.ExpectAsync("HIVE0105", """
        [HiveModel] public sealed partial class Private { }
        [HiveModel(Sync = "ps")] public sealed partial class Public { }
        [HiveModel(Sync = "as")] public sealed partial class A { public Link<Private>? [|One|] { get; set; } [LocalOnly] public Link<Private>? Two { get; set; } public Link<Public>? Three { get; set; } }
        [HiveModel] public sealed partial class B { public Link<Private>? One { get; set; } }
        """);

    [Fact]
    public Task A_property_that_cannot_be_set_is_told() => Findings.ExpectAsync("HIVE0108", """
        public abstract class Base { public int Inherited { get; private set; } public int Reachable { get; protected set; } public abstract int Later { get; } }
        [HiveModel] public sealed partial class [|A|] : Base
        {
            public string [|Name|] { get; } = "";
            public List<int> [|Items|] { get; } = [];
            public int Computed => 1;
            public int Longhand { get { return 1; } }
            public int Own { get; private set; }
            public int Once { get; init; }
            [System.ComponentModel.DataAnnotations.Schema.NotMapped] public int Not { get; }
            public static int Shared { get; }
            internal int Hidden { get; }
            public override int Later => 1;
        }
        [HiveModel] public sealed partial record B(int Given);
        [HiveModel] public sealed partial class C { public C(string name) => Name = name; public string Name { get; } }
        """);

    [Fact]
    public Task A_collection_that_can_be_changed_in_place_is_a_suggestion() => Findings.ExpectAsync("HIVE0109", """
        using System.Collections.Immutable; using System.Text.Json.Nodes;
        public sealed class Context(System.Text.Json.JsonSerializerOptions? o) : System.Text.Json.Serialization.JsonSerializerContext(o) { public static Context Default { get; } = new(null); protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null; public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null; }
        public sealed record Address(string Street);
        [HiveModel] public sealed partial class A
        {
            [JsonColumn(typeof(Context))] public List<string>? [|Tags|] { get; set; }
            [JsonColumn(typeof(Context))] public int[]? [|Numbers|] { get; set; }
            [JsonColumn(typeof(Context))] public Dictionary<string, int>? [|Map|] { get; set; }
            [JsonColumn(typeof(Context))] public ICollection<int>? [|Any|] { get; set; }
            [JsonColumn(typeof(Context))] public IReadOnlyList<string>? Fixed { get; set; }
            [JsonColumn(typeof(Context))] public ImmutableArray<string> Frozen { get; set; }
            [JsonColumn(typeof(Context))] public ImmutableDictionary<string, int>? FrozenMap { get; set; }
            [JsonColumn(typeof(Context))] public System.Collections.ObjectModel.ReadOnlyCollection<int>? Wrapped { get; set; }
            [JsonColumn(typeof(Context))] public Address? Address { get; set; }
            [JsonColumn] public JsonNode? Node { get; set; }
            public byte[]? Data { get; set; }
        }
        """);
}
