using System.Globalization;
using System.Text;

namespace HiveGen.Export;

/// <summary>The models and their links as a Mermaid entity relationship diagram, which code hosts and editors draw.</summary>
internal sealed class DiagramExport : IHiveExport
{
    public string Name => "er";

    public string Description => "Mermaid: a diagram of the models and their links, to look at";

    public IReadOnlyList<ExportFile> Export(HiveSchema schema)
    {
        StringBuilder text = new("erDiagram\n");
        foreach (HiveModel model in schema.Models)
        {
            AppendEntity(text, model);
        }

        foreach (HiveModel model in schema.Models)
        {
            foreach (ModelLink link in model.Links)
            {
                HiveModel linked = schema.Models.First(other => string.Equals(other.Table, link.Table, StringComparison.OrdinalIgnoreCase));
                HiveColumn column = ColumnOf(model, link);
                text.Append(CultureInfo.InvariantCulture, $"    {model.Name} }}o--{(column.Nullable ? "o|" : "||")} {linked.Name} : \"{column.Property}\"\n");
            }
        }

        return [new ExportFile("hive.mmd", text.ToString())];
    }

    private static void AppendEntity(StringBuilder text, HiveModel model)
    {
        text.Append(CultureInfo.InvariantCulture, $"    {model.Name} {{\n");
        for (int index = 0; index < model.Columns.Count; index++)
        {
            HiveColumn column = model.Columns[index];
            bool links = model.Links.Any(link => link.Column == column.Name);
            string key = (index == 0, links) switch
            {
                (true, true) => " PK, FK",
                (true, false) => " PK",
                (false, true) => " FK",
                _ => "",
            };
            text.Append(CultureInfo.InvariantCulture, $"        {TypeOf(column)} {column.Name}{key}{CommentOf(model, column)}\n");
        }

        text.Append("    }\n");
    }

    // Mermaid takes letters, digits and parentheses in a type: the names of an enum's values would need commas.
    private static string TypeOf(HiveColumn column) => column.Type.StartsWith("enum(", StringComparison.Ordinal) ? "enum" : column.Type;

    private static string CommentOf(HiveModel model, HiveColumn column)
    {
        string comment = string.Join(", ", new[] { column.Nullable ? "may be null" : null, model.Sync is not null && !column.Synced ? "stays in the Hive" : null }.OfType<string>());
        return comment.Length == 0 ? "" : $" \"{comment}\"";
    }

    private static HiveColumn ColumnOf(HiveModel model, ModelLink link) => model.Columns.First(column => column.Name == link.Column);
}
