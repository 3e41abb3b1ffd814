using System.Reflection;
using System.Text.RegularExpressions;
using HiveGen.Docs.Tests.Fences;
using HiveGen.Docs.Tests.Pages;
using Microsoft.CodeAnalysis.CSharp;

namespace HiveGen.Docs.Tests.Reference;

/// <summary>docs/reference/attributes.md has every attribute of the schema, where it may stand, and every parameter; and nothing else.</summary>
public sealed partial class AttributeTests
{
    private static readonly string Text = new Page("docs/reference/attributes.md").Text;

    private static readonly Dictionary<string, Type> Attributes = typeof(HiveModelAttribute).Assembly.GetExportedTypes().Where(static type => type.IsSubclassOf(typeof(Attribute)))
        .ToDictionary(static type => type.Name[..^nameof(Attribute).Length]);

    [Fact]
    public void Every_attribute_has_a_section_and_every_section_an_attribute()
    {
        Assert.Equal(Attributes.Keys.Order(), Sections().Keys.Order());
        string contents = Text[..Text.IndexOf("\n## ", StringComparison.Ordinal)];
        Assert.All(Attributes.Keys, name => Assert.Contains($"[`[{name}]`](#{name.ToLowerInvariant()})", contents, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_section_says_where_it_may_stand()
    {
        foreach ((string name, string section) in Sections())
        {
            AttributeUsageAttribute usage = Attributes[name].GetCustomAttribute<AttributeUsageAttribute>()!;
            string where = usage.ValidOn switch
            {
                AttributeTargets.Class => "On a class",
                AttributeTargets.Property => "On a property",
                AttributeTargets.Class | AttributeTargets.Property => "On a property or a class",
                _ => throw new InvalidOperationException($"{name}: {usage.ValidOn}"),
            };
            Assert.Matches($"^\n{where}{(usage.AllowMultiple ? ", several times" : "")}[.,]", section);
        }
    }

    [Fact]
    public void Each_section_has_every_parameter()
    {
        foreach ((string name, string section) in Sections())
        {
            Type type = Attributes[name];
            IEnumerable<string> given = type.GetConstructors().SelectMany(static constructor => constructor.GetParameters()).Select(static parameter => parameter.Name!).Distinct()
                .Concat(type.GetProperties().Where(static property => property.CanWrite).Select(static property => property.Name));
            Assert.Equal(given.Order(), Cells(section, "parameter").Order());
            Assert.Equal(["SQLite", "sync", "client"], Cells(section, "where"));
            Assert.Contains("\nRules: [HIVE", section, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("[Required]", "string?")]
    [InlineData("[StringLength(5)]", "string?")]
    [InlineData("[MinLength(5)]", "string?")]
    [InlineData("[MaxLength(5)]", "string?")]
    [InlineData("[Length(1, 5)]", "string?")]
    [InlineData("[Range(1, 5)]", "int?")]
    [InlineData("[RegularExpression(\"a\")]", "string?")]
    [InlineData("[EmailAddress]", "string?")]
    [InlineData("[Phone]", "string?")]
    [InlineData("[Url]", "string?")]
    [InlineData("[CreditCard]", "string?")]
    [InlineData("[Base64String]", "string?")]
    [InlineData("[AllowedValues(\"a\")]", "string?")]
    [InlineData("[DeniedValues(\"a\")]", "string?")]
    [InlineData("[Compare(\"Id\")]", "string?")]
    [InlineData("[FileExtensions]", "string?")]
    public void A_rule_is_documented_if_it_changes_what_is_generated(string attribute, string type)
    {
        string name = Regex.Match(attribute, @"\w+").Value;
        Assert.Equal(Emitted(attribute, type) != Emitted("", type), Text.Contains($"`[{name}]`", StringComparison.Ordinal));
    }

    private static string Emitted(string attribute, string type)
    {
        CSharpCompilation app = DocsApp.Generate(DocsApp.Compile([DocsApp.Parse($"namespace Shop; [HiveModel(Sync = \"things\")] public sealed partial class Thing {{ {attribute} public {type} Value {{ get; set; }} }}", "Thing.cs")])).App;
        return string.Concat(app.SyntaxTrees.Where(static tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)).Select(static tree => tree.ToString()));
    }

    private static Dictionary<string, string> Sections()
        => Headings().Split(Text).Skip(1).Chunk(2).ToDictionary(static part => part[0], static part => part[1].Split("\n## ")[0]);

    private static IEnumerable<string> Cells(string section, string header)
        => section.Split('\n').SkipWhile(line => !line.StartsWith($"| {header} |", StringComparison.Ordinal)).Skip(2).TakeWhile(static line => line.StartsWith('|')).Select(static line => line.Split('|')[1].Trim().Trim('`'));

    [GeneratedRegex(@"^## `\[(\w+)\]`\n", RegexOptions.Multiline)]
    private static partial Regex Headings();
}
