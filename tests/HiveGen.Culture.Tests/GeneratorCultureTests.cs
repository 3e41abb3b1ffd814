using System.Globalization;
using HiveGen.Generator.Tests;
using Microsoft.CodeAnalysis;

namespace HiveGen.Culture.Tests;

[Collection(nameof(Cultures))]
public sealed class GeneratorCultureTests
{
    private const string Source = """
        using System.ComponentModel.DataAnnotations;
        namespace App;
        public enum Kind { Idle, INVALID }
        [HiveModel(Sync = "ISSUES"), Check("ID_NUMBER > -1 AND iNDEX_id IS NOT NULL")]
        public sealed partial class Issue
        {
            public int IdNumber { get; set; } = -7;
            public long? IndexID { get; set; }
            public string Title { get; set; } = "İıI";
            public Kind Kind { get; set; } = Kind.INVALID;
            public double Ratio { get; set; } = -1.5;
            [Range(-2.5, 1e30)] public float Ranged { get; set; }
            [Range(typeof(decimal), "-0.25", "1.75"), Scale(3)] public decimal Price { get; set; } = -1.125m;
            [Unique] public Guid IDENTITY { get; set; }
            [CreatedAt] public DateTimeOffset InsertedAt { get; set; }
        }
        [HiveModel(Sync = "city_IDs", Plural = "Cities")]
        public sealed partial record CityId(string Id, string INITIAL, Link<Issue>? Issue);
        """;

    [Fact]
    public void The_cultures_are_there()
    {
        Assert.Equal("ı", "I".ToLower(CultureInfo.GetCultureInfo("tr-TR")));
        Assert.Equal("1,5", 1.5.ToString(CultureInfo.GetCultureInfo("de-DE")));
    }

    [Theory]
    [MemberData(nameof(Cultures.Odd), MemberType = typeof(Cultures))]
    public void What_is_generated_and_refused_is_the_same_everywhere(string culture)
    {
        string[] expected = Cultures.In(CultureInfo.InvariantCulture, static () => Task.FromResult(Texts()));

        Assert.Contains(expected, static text => text.Contains("\"id_number\" INTEGER NOT NULL DEFAULT -7", StringComparison.Ordinal));
        Assert.Equal(expected, Cultures.In(CultureInfo.GetCultureInfo(culture), static () => Task.FromResult(Texts())));
    }

    private static string[] Texts()
    {
        GeneratorRunResult good = GeneratorHarness.Run(GeneratorHarness.Compile(Source));
        Assert.Empty(GeneratorHarness.Told(good.Diagnostics));
        GeneratorRunResult bad = GeneratorHarness.Run(GeneratorHarness.Compile(
            "[HiveModel(Table = \"SQLITE_items\")] public sealed partial class Item { public string? INDEX { get; set; } public string? Index { get; set; } public System.IntPtr Id { get; set; } [Scale(-1)] public decimal Price { get; set; } }"));
        return
        [
            .. good.GeneratedSources.Select(static source => source.SourceText.ToString()),
            .. bad.Diagnostics.Select(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)),
        ];
    }
}
