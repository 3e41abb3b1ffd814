using System.Text;

namespace HiveGen.Corpus;

/// <summary>The properties of a record as the object the original gives: dots nest, times are ISO texts in milliseconds.</summary>
internal static class ShowWriter
{
    /// <summary>An expression that makes the object of the record <paramref name="r"/>.</summary>
    public static string Write(IEnumerable<FieldSpec> fields, string r) => Write([.. fields.Select(static field => (field.Slug, field))], r);

    private static string Write(List<(string Path, FieldSpec Field)> fields, string r)
    {
        StringBuilder text = new("new JsonObject { ");
        foreach (IGrouping<string, (string Path, FieldSpec Field)> group in fields.GroupBy(static field => field.Path.Split('.')[0]))
        {
            (string path, FieldSpec first) = group.First();
            text.Append($"[\"{group.Key}\"] = ").Append(path == group.Key ? Value(first, r) : Write([.. group.Select(field => (field.Path[(group.Key.Length + 1)..], field.Field))], r)).Append(", ");
        }

        return text.Append('}').ToString();
    }

    private static string Value(FieldSpec field, string r)
    {
        string property = $"{r}.{field.Property}";
        return field.Type switch
        {
            "date" => $"Support.Iso({property})",
            "json" or "blob" => $"Support.Json({property})",
            "link" => Id(field, r),
            _ => property,
        };
    }

    /// <summary>A property's value where a text is wanted: of a link, the id.</summary>
    public static string Id(FieldSpec field, string r) => field.IsLink ? $"{r}.{field.Property}{(field.Nullable ? "?" : "")}.Id" : $"{r}.{field.Property}";
}
