using System.Text.RegularExpressions;
using HiveGen.Docs.Tests.Pages;
using HiveGen.Export;
using HiveGen.TestModels;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HiveGen.Docs.Tests.Reference;

public sealed partial class ExportTests
{
    [Fact]
    public void The_page_of_exports_has_every_export_of_every_adapter()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.AddHive();
        Array.ForEach(Adapters.Register, register => register(builder.Services));
        using IHost app = builder.Build();
        IEnumerable<string> told = Rows().Matches(new Page("docs/export.md").Text).SelectMany(static row => Names().Matches(row.Groups[1].Value)).Select(static name => name.Groups[1].Value);
        Assert.Equal(app.Services.GetServices<IHiveExport>().Select(static export => export.Name).Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\| (`[a-z-]+`(?:, `[a-z-]+`)*) \| ", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex("`([a-z-]+)`")]
    private static partial Regex Names();
}
