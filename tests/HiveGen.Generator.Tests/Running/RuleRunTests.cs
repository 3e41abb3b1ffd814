using Microsoft.CodeAnalysis.CSharp;

namespace HiveGen.Generator.Tests;

/// <summary>What generated checks say of a value, in the client and on the wire alike.</summary>
public sealed class RuleRunTests
{
    private const string Source = """"
        using System.ComponentModel.DataAnnotations;
        using System.Linq;
        using System.Text.Json;
        using HiveGen.Targets;
        namespace App;

        public enum Mode { Off, On }

        [HiveModel(Sync = "xs")]
        public sealed partial class X
        {
            [StringLength(3, MinimumLength = 2)] public string? Length { get; set; }
            [RegularExpression("a+", MatchTimeoutInMilliseconds = -1)] public string? Pattern { get; set; }
            [EmailAddress] public string? Email { get; set; }
            [Range(1, 5)] public int Number { get; set; } = 1;
            [Range(0.5, 2.5)] public double Real { get; set; } = 1;
            [Range(0.5, 2.5)] public float Small { get; set; } = 1;
            [Range(-1e300, 1e300)] public double Wide { get; set; }
            [Range(-1e300, 1e300)] public float WideSmall { get; set; }
            [Range(1, 5)] public decimal Price { get; set; } = 1;
            [Scale(2)] public decimal Cents { get; set; }
            [Required] public string? Text { get; set; } = "x";
            [Required] public int? Count { get; set; } = 1;
            [Required] public Mode? Mode { get; set; } = App.Mode.On;
            public ulong Big { get; set; }
            public DateTime At { get; set; } = DateTime.UnixEpoch;
            [JsonColumn] public JsonElement Json { get; set; } = JsonDocument.Parse("1").RootElement;
            public byte[] Blob { get; set; } = [];
            public Link<X>? Link { get; set; }
        }

        public static class Probe
        {
            public static string Client { get; private set; } = "";
            public static string Wire { get; private set; } = "";

            public static async Task Run(global::Tests.App.Hive hive)
            {
                (string, Action<X>)[] cases =
                [
                    ("fits", static x => { x.Length = "ab"; x.Pattern = "aa"; x.Email = "a@b.c"; x.Number = 5; x.Real = 2.5; x.Small = 0.5f; x.Price = 5; x.Cents = 1.23m; x.Big = long.MaxValue; x.Wide = -1e299; x.WideSmall = float.MinValue; }),
                    ("short", static x => x.Length = "a"), ("long", static x => x.Length = "abcd"), ("pattern", static x => x.Pattern = "ab"), ("email", static x => x.Email = "a"),
                    ("less", static x => x.Number = 0), ("more", static x => x.Number = 6), ("real", static x => x.Real = 0.4), ("nan", static x => x.Real = double.NaN),
                    ("small", static x => x.Small = 2.6f), ("wide", static x => x.Wide = 1e301), ("wide below", static x => x.Wide = -1e301), ("infinite", static x => x.Small = float.PositiveInfinity), ("price", static x => x.Price = 5.1m), ("cents", static x => x.Cents = 0.001m),
                    ("empty", static x => x.Text = ""), ("null", static x => x.Text = null), ("no count", static x => x.Count = null), ("no mode", static x => x.Mode = null), ("mode", static x => x.Mode = (Mode)7),
                    ("big", static x => x.Big = ulong.MaxValue), ("at", static x => x.At = new DateTime(2026, 1, 1)), ("json", static x => x.Json = default), ("blob", static x => x.Blob = null!), ("link", static x => x.Link = ""),
                    ("nul", static x => x.Text = "a\0"), ("surrogate", static x => x.Text = "\ud800"),
                ];
                foreach ((string name, Action<X> change) in cases)
                {
                    X x = new();
                    change(x);
                    try
                    {
                        await hive.Xes.AddAsync(x);
                    }
                    catch (HiveValidationException refused)
                    {
                        Client += name + ": " + string.Join(" ", refused.Errors.Select(static error => error.Field)) + "\n";
                    }
                }

                foreach (string json in (string[])
                [
                    """{"length":"a","pattern":"b","email":"c","number":6,"real":3,"small":0,"price":0.9,"cents":0.001,"text":"","count":1,"mode":"On","link":""}""",
                    """{"text":null,"count":null,"mode":null,"number":null,"blob":null,"at":null,"json":null}""",
                ])
                {
                    XSync record = JsonSerializer.Deserialize<XSync>(json, new JsonSerializerOptions { TypeInfoResolver = global::Tests.App.HiveJson.Instance })!;
                    Violations violations = default;
                    X.Schema.Instance.Sync!.Validate(record, SyncOperation.Update, ref violations);
                    Wire += string.Join(" ", violations.Errors.Select(static error => error.Field)) + "\n";
                }
            }
        }
        """";

    [Fact]
    public async Task The_rules_of_a_model_bind_its_client_and_the_wire()
    {
        (CSharpCompilation output, _) = GeneratorHarness.RunClean(GeneratorHarness.Compile(Source));
        await using EmittedApp app = new(output, "Tests.App.Hive");

        await app.RunAsync("App.Probe", "Run");

        Type probe = app.Assembly.GetType("App.Probe", throwOnError: true)!;
        Assert.Equal(
            [
                "short: Length", "long: Length", "pattern: Pattern", "email: Email", "less: Number", "more: Number", "real: Real", "nan: Real Real", "small: Small", "wide: Wide", "wide below: Wide", "infinite: Small Small",
                "price: Price", "cents: Cents", "empty: Text", "null: Text", "no count: Count", "no mode: Mode", "mode: Mode", "big: Big", "at: At", "json: Json", "blob: Blob", "link: Link",
                "nul: Text", "surrogate: Text",
            ],
            Lines(probe, "Client"));
        Assert.Equal(["length pattern email number real small price cents text link", "number text count mode at blob"], Lines(probe, "Wire"));
    }

    private static string[] Lines(Type probe, string property) => ((string)probe.GetProperty(property)!.GetValue(null)!).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
