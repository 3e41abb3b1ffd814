namespace HiveGen.Analyzers.Tests.Models;

public sealed class DefaultTests
{
    private const string Types = "public enum Mode { One = 1 } public enum None { Zero } public static class Others { public static int Number() => 0; [Range(1, 2)] public static int Other { get; set; } = 9; } ";

    private static readonly (string Property, string Message)[] Unfit =
    [
        ("[StringLength(3)] public string X0 { get; set; } = [|\"four\"|];", "has 4 characters, but at most 3"),
        ("[MaxLength(3), StringLength(9)] public string X1 { get; set; } = [|\"four\"|];", "at most 3"),
        ("[Length(5, 9)] public string X2 { get; set; } = [|\"four\"|];", "at least 5"),
        ("[StringLength(9, MinimumLength = 5)] public string X3 { get; set; } = [|\"four\"|];", "at least 5"),
        ("[RegularExpression(\"[a-z]+\")] public string X4 { get; set; } = [|\"a1\"|];", "[RegularExpression]"),
        ("[EmailAddress] public string X5 { get; set; } = [|\"nobody\"|];", "no e-mail address"),
        ("public string X6 { get; set; } = [|\"\\ud83d\"|];", "surrogate"),
        ("[Range(1, 9)] public int X7 { get; set; } = [|0|];", "[Range] is from 1 to 9"),
        ("[Range(1, 9)] public int X8 { get; set; } = [|-10|];", "[Range] is from 1 to 9"),
        ("[Range(typeof(decimal), \"0.5\", \"1\")] public decimal X9 { get; set; } = [|2m|];", "[Range] is from 0.5 to 1"),
        ("[Scale(2)] public decimal X10 { get; set; } = [|1.234m|];", "more than 2 decimal places"),
        ("public decimal X11 { get; set; } = [|1.23456m|];", "more than 4 decimal places"),
        ("[Scale(18)] public decimal X12 { get; set; } = [|10m|];", "64 bits"),
        ("public decimal X13 { get; set; } = [|decimal.MaxValue|];", "64 bits"),
        ("public ulong X14 { get; set; } = [|ulong.MaxValue|];", "2^63"),
        ("public double X15 { get; set; } = [|double.NaN|];", "finite"),
        ("public float? X16 { get; set; } = [|float.PositiveInfinity|];", "finite"),
        ("public Mode X17 { get; set; } = [|(Mode)7|];", "is 7, which 'Mode' has no name for"),
        ("public Mode [|X18|] { get; set; }", "is 0, which 'Mode' has no name for"),
    ];

    private static readonly string[] Fit =
    [
        "[StringLength(4, MinimumLength = 4)] public string X0 { get; set; } = \"four\";",
        "[StringLength(9, MinimumLength = 1)] public string X1 { get; set; } = \"\";",
        "[StringLength(1)] public string X2 { get; set; } = \"🐝\";",
        "[Range(1, 9)] public int X3 { get; set; } = 9;",
        "[Range(1, 9)] public int X4 { get; set; } = Others.Number();",
        "[Scale(2)] public decimal X5 { get; set; } = 1.230m;",
        "public Mode X6 { get; set; } = Mode.One;",
        "public required Mode X7 { get; set; }",
        "public Mode? X8 { get; set; }",
        "public None X9 { get; set; }",
        "public string X10 { get; set; } = null!;",
        "public double X11 { get; set; } = 1;",
        "[System.ComponentModel.DataAnnotations.Schema.NotMapped, Range(1, 2)] public int X12 { get; set; } = 9;",
        "[Range(1, 2)] public static int X13 { get; set; } = 9;",
    ];

    [Fact]
    public async Task A_default_that_its_own_property_refuses_is_told_with_the_reason()
    {
        var found = await Findings.ExpectAsync("HIVE0106", Types + "[HiveModel] public sealed partial class A {\n" + string.Join('\n', Unfit.Select(static item => item.Property)) + "\n}");

        Assert.All(Unfit.Zip(found), static pair => Assert.Contains(pair.First.Message, pair.Second.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    [Fact]
    public Task A_default_that_fits_is_not_told()
        => Findings.ExpectAsync("HIVE0106", Types + "[HiveModel] public sealed partial class A {\n" + string.Join('\n', Fit) + "\n}");

    [Fact]
    public Task The_head_of_a_record_has_defaults_too()
        => Findings.ExpectAsync("HIVE0106", "[HiveModel] public sealed partial record A([property: Range(1, 9)] int X = [|0|], [property: Range(1, 9)] int Y = 5);");
}
