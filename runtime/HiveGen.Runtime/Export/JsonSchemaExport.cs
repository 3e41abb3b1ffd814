using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Export;

/// <summary>A JSON Schema for each synced model: its record as it is sent, and as <c>POST /sync</c> takes it for a create.</summary>
internal sealed class JsonSchemaExport : IHiveExport
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    // Nothing is put into HTML: names stay readable.
    private static readonly JsonWriterOptions Writing = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Name => "json-schema";

    public string Description => "JSON Schema 2020-12: the record of each synced model";

    public IReadOnlyList<ExportFile> Export(HiveSchema schema) => [.. schema.Synced.Select(static model => new ExportFile($"{model.Name}.schema.json", Write(model)))];

    private static string Write(SyncModel model)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter writer = new(text, Writing))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", Dialect);
            writer.WriteString("title", model.Name);
            writer.WriteString("description", $"A record of the model {model.ModelName} on its way out of the Hive.");
            writer.WriteString("type", "object");
            writer.WriteStartObject("properties");
            foreach (SyncField field in model.Fields)
            {
                JsonSchemaField.Write(writer, field);
            }

            writer.WriteEndObject();
            writer.WriteStartArray("required");
            for (int index = 0; index < model.Fields.Count; index++)
            {
                // The id comes beside the record, or in it.
                if (index > 0 && model.Fields[index].Required)
                {
                    writer.WriteStringValue(model.Fields[index].Name);
                }
            }

            writer.WriteEndArray();
            writer.WriteBoolean("additionalProperties", false);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }
}
