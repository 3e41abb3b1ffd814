using System.Globalization;
using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Tests;

public sealed class CultureTests
{
    private const string Source = """
        using System.ComponentModel.DataAnnotations;
        namespace App;
        [HiveModel(Sync = "items")]
        public sealed partial class Item
        {
            public int Id2 { get; set; } = -7;
            public double Ratio { get; set; } = -1.5;
            [Range(-2.5, 1e30)] public float Ranged { get; set; }
            [Scale(3)] public decimal Price { get; set; } = -1.125m;
            public string IID { get; set; } = "İıI";
        }
        """;

    [Fact]
    public void How_the_machine_writes_numbers_changes_nothing()
    {
        string[] expected = Texts();
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo odd = (CultureInfo)CultureInfo.InvariantCulture.Clone(); // the tests run without culture data, so fi-FI is made by hand
        odd.NumberFormat.NegativeSign = "\u2212";
        odd.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = odd;
        try
        {
            Assert.Equal(expected, Texts());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string[] Texts()
    {
        GeneratorRunResult result = GeneratorHarness.Run(GeneratorHarness.Compile(Source));
        Assert.Empty(GeneratorHarness.Told(result.Diagnostics));
        return [.. result.GeneratedSources.Select(static source => source.SourceText.ToString())];
    }
}
