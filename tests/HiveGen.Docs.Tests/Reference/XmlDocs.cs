using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace HiveGen.Docs.Tests.Reference;

/// <summary>The documentation comments of the libraries, from the files beside them.</summary>
internal static partial class XmlDocs
{
    private static readonly Dictionary<string, XElement> Members = Directory.GetFiles(AppContext.BaseDirectory, "HiveGen.*.xml")
        .SelectMany(static file => XDocument.Load(file).Descendants("member"))
        .DistinctBy(static member => member.Attribute("name")!.Value)
        .ToDictionary(static member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    /// <summary>The summary of a property in Markdown, on one line.</summary>
    public static string Summary(PropertyInfo property)
        => Members.TryGetValue($"P:{property.DeclaringType!.FullName}.{property.Name}", out XElement? member)
            ? Markdown(member.Element("summary")!)
            : throw new InvalidOperationException($"{property.DeclaringType}.{property.Name} has no documentation comment.");

    /// <summary>The summary of what has this id, such as <c>T:HiveGen.Batch</c>; null when there is none.</summary>
    public static string? Summary(string id) => Members.TryGetValue(id, out XElement? member) && member.Element("summary") is { } summary ? Markdown(summary) : null;

    /// <summary>A comment's element in Markdown, on one line.</summary>
    public static string Markdown(XElement element)
        => Blanks().Replace(string.Concat(element.Nodes().Select(static node => node switch
        {
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement see => $"`{(see.Attribute("cref") ?? see.Attribute("langword") ?? see.Attribute("name"))!.Value.Split('(')[0].Split('.', ':')[^1].Split('`')[0]}`",
            _ => node.ToString(SaveOptions.DisableFormatting).Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal),
        })), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
