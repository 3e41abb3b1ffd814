using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HiveGen.Tests;

/// <summary>The models of a recorded case, as HiveGen would be given them.</summary>
internal static partial class RecordedModels
{
    /// <param name="models">The models.</param>
    /// <param name="required">The value for rows that have none in a required field; null when the case gives none.</param>
    /// <param name="diff">What the original made of the change, which tells what it took for renamed.</param>
    public static List<ModelShape> Read(JsonElement models, string? required, IReadOnlyList<string> diff)
    {
        List<ModelShape> shapes = [];
        Dictionary<string, string> tables = models.EnumerateArray().ToDictionary(Slug, Table);
        foreach (JsonElement model in models.EnumerateArray())
        {
            ModelShape shape = new(Table(model), ModelShape.TextId) { Former = [.. ModelRename().Matches(string.Join('\n', diff)).Where(match => match.Groups[2].Value == Slug(model)).Select(static match => match.Groups[1].Value + "s").Select(static name => name.Replace("account_news", "accounts_new", StringComparison.Ordinal))] };
            foreach (JsonProperty field in model.GetProperty("fields").EnumerateObject())
            {
                if (field.Value.TryGetProperty("kind", out JsonElement kind) && kind.GetString() == "many")
                {
                    shapes.Add(new ModelShape($"{Slug(model)}_{field.Name}", ModelShape.TextId, Link("source", Table(model)), Link("target", tables[field.Value.GetProperty("target").GetString()!])));
                }
                else
                {
                    shape = shape.Add(Column(field, Slug(model), tables, required, diff));
                }
            }

            // A unique field that is also named by an index of its own needs no second one.
            shapes.Add(model.TryGetProperty("indexes", out JsonElement indexes)
                ? shape with { Keys = [.. indexes.EnumerateObject().Select(Key).Where(key => key.Columns.Length > 1 || !shape[key.Columns[0]].Unique)] }
                : shape);
        }

        return shapes;
    }

    /// <summary>A field's name as the generator spells columns.</summary>
    public static string Snake(string name)
    {
        StringBuilder text = new();
        foreach (char c in name.Replace('.', '_'))
        {
            text.Append(char.IsUpper(c) ? "_" : "").Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    private static ColumnShape Column(JsonProperty field, string model, Dictionary<string, string> tables, string? required, IReadOnlyList<string> diff)
    {
        JsonElement given = field.Value;
        string type = given.GetProperty("type").GetString() switch { "number" => "int64", "boolean" => "bool", "json" => "json", "date" => "timestamp", _ => "text" };
        bool isRequired = given.TryGetProperty("required", out JsonElement flag) && flag.GetBoolean();
        string? value = given.TryGetProperty("defaultValue", out JsonElement wanted) ? Sql(wanted, type) : null;
        ColumnShape column = new(Snake(field.Name), type)
        {
            Nullable = !isRequired,
            Default = value ?? (isRequired && required is not null ? type == "bool" ? "1" : $"'{required}'" : null),
            Unique = given.TryGetProperty("unique", out JsonElement unique) && unique.GetBoolean(),
            Former = [.. FieldRename().Matches(string.Join('\n', diff)).Where(match => match.Groups[1].Value == model && match.Groups[3].Value == field.Name).Select(static match => Snake(match.Groups[2].Value))],
        };
        return given.TryGetProperty("target", out JsonElement target)
            ? column with { Link = tables[target.GetString()!], OnDelete = given.TryGetProperty("actions", out _) ? LinkAction.Cascade : LinkAction.Restrict }
            : column;
    }

    private static string Sql(JsonElement value, string type) => type switch
    {
        "timestamp" => ((value.GetDateTimeOffset() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture),
        "text" => $"'{value.GetString()!.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => value.GetRawText(),
    };

    private static (bool Unique, string[] Columns) Key(JsonProperty index) => (
        index.Value.TryGetProperty("unique", out JsonElement unique) && unique.GetBoolean(),
        [.. index.Value.GetProperty("fields").EnumerateArray().Select(static field => Snake(field.GetProperty("slug").GetString()!))]);

    private static ColumnShape Link(string name, string table) => new(name, "text") { Link = table, OnDelete = LinkAction.Cascade };

    private static string Slug(JsonElement model) => model.GetProperty("slug").GetString()!;

    private static string Table(JsonElement model)
    {
        string slug = Slug(model);
        return model.TryGetProperty("pluralSlug", out JsonElement plural) ? plural.GetString()!
            : slug.EndsWith('y') ? slug[..^1] + "ies" : slug + "s";
    }

    [GeneratedRegex("""alter\.model\(["'](?!RONIN_TEMP)(\w+)["']\)\.alter\.field\(["'](?!RONIN_TEMP)(\w+)["']\)\.to\(\{slug: ["'](\w+)["']""")]
    private static partial Regex FieldRename();

    [GeneratedRegex("""alter\.model\("(?!RONIN_TEMP)(\w+)"\)\.to\(\{slug: "(\w+)"\}""")]
    private static partial Regex ModelRename();
}
