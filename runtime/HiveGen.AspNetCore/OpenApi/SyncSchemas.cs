using System.Text.Json.Nodes;
using HiveGen.Targets;
using Microsoft.OpenApi;

namespace HiveGen.OpenApi;

/// <summary>
/// Adds the schemas of the router's bodies: <c>oneOf</c> by <c>model</c>, inside each <c>oneOf</c> by <c>operation</c>, typed to the
/// last field.
/// </summary>
internal sealed class SyncSchemas(OpenApiDocument document, int maxBatchRecords)
{
    private static readonly string[] Operations = ["create", "update", "delete"];

    /// <summary>The schema of a body; its parts become components.</summary>
    public IOpenApiSchema Body(IReadOnlyList<SyncModel> models, bool batch)
        => OneOf(batch ? "SyncBatchRequest" : "SyncRequest", "model", [.. models.Select(model => (model.Name, OfModel(model, batch)))]);

    private OpenApiSchemaReference OfModel(SyncModel model, bool batch)
    {
        string prefix = (batch ? "SyncBatch" : "Sync") + model.ModelName;
        return OneOf(prefix, "operation", [.. Operations.Select(operation => (operation, OfOperation(model, operation, prefix, batch)))]);
    }

    private OpenApiSchemaReference OfOperation(SyncModel model, string operation, string prefix, bool batch)
    {
        bool delete = operation == "delete";
        Dictionary<string, IOpenApiSchema> properties = new(StringComparer.Ordinal)
        {
            ["model"] = Only(model.Name),
            ["operation"] = Only(operation),
        };
        if (batch)
        {
            properties["records"] = new OpenApiSchema { Type = JsonSchemaType.Array, MaxItems = maxBatchRecords, Items = Record(model, operation) };
        }
        else
        {
            AddRecord(properties, model, operation);
        }

        properties["timestamp"] = new OpenApiSchema { Type = JsonSchemaType.Number | JsonSchemaType.String | JsonSchemaType.Null, Format = "date-time", Description = "When the request was made. Never a version." };
        properties["home"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, MinLength = 1, MaxLength = 64, Pattern = "^[!-~]+$", Description = "The Hive the record belongs to; given together with a version, by HiveGen's own sender." };
        properties["idempotencyKey"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, MinLength = 1, MaxLength = 255, Pattern = "^[!-~]+$", Description = "The same as the header Idempotency-Key." };
        OpenApiSchema schema = Object(properties, batch ? ["model", "operation", "records"] : delete ? ["model", "operation", "recordId"] : ["model", "operation", "recordId", "data"]);
        if (batch)
        {
            properties["cursor"] = Nullable(RemoteDocument.Change());
            schema.DependentRequired = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal) { ["cursor"] = ["home"] };
        }
        else
        {
            schema.DependentRequired = VersionAndHome();
        }

        return Add(prefix + Capital(operation), schema);
    }

    private OpenApiSchemaReference Record(SyncModel model, string operation)
    {
        Dictionary<string, IOpenApiSchema> properties = new(StringComparer.Ordinal);
        AddRecord(properties, model, operation);
        return Add($"SyncBatch{model.ModelName}{Capital(operation)}Record", Object(properties, operation == "delete" ? ["recordId"] : ["recordId", "data"]));
    }

    private void AddRecord(Dictionary<string, IOpenApiSchema> properties, SyncModel model, string operation)
    {
        properties["recordId"] = FieldSchema.RecordId(model.Fields[0]);
        properties["data"] = operation == "delete" ? new OpenApiSchema { OneOf = [Data(model, create: false), new OpenApiSchema { Type = JsonSchemaType.Null }], Description = "Not needed." } : Data(model, operation == "create");
        properties["version"] = new OpenApiSchema { Type = JsonSchemaType.Integer | JsonSchemaType.Null, Format = "int64", Minimum = "1", Maximum = "9007199254740991", Description = "Only a higher version overwrites. A versioned record is whole." };
    }

    private OpenApiSchemaReference Data(SyncModel model, bool create)
    {
        Dictionary<string, IOpenApiSchema> properties = new(StringComparer.Ordinal)
        {
            ["id"] = FieldSchema.IdInData(model.Fields[0]),
            ["bladeId"] = FieldSchema.IdInData(model.Fields[0]),
        };
        properties.TryAdd(model.Fields[0].Name, FieldSchema.IdInData(model.Fields[0]));
        foreach (SyncField field in model.Fields.Skip(1))
        {
            properties[field.Name] = FieldSchema.Of(field);
        }

        return Add($"Sync{model.ModelName}{(create ? "Create" : "Update")}Data", Object(properties, create ? [.. model.Fields.Skip(1).Where(static field => field.Required).Select(static field => field.Name)] : []));
    }

    private OpenApiSchemaReference OneOf(string name, string discriminator, IReadOnlyList<(string Value, OpenApiSchemaReference Schema)> cases) => Add(name, new OpenApiSchema
    {
        OneOf = [.. cases.Select(static one => one.Schema)],
        Discriminator = new OpenApiDiscriminator { PropertyName = discriminator, Mapping = cases.ToDictionary(static one => one.Value, static one => one.Schema) },
    });

    private static Dictionary<string, HashSet<string>> VersionAndHome() => new(StringComparer.Ordinal) { ["version"] = ["home"], ["home"] = ["version"] };

    private static OpenApiSchema Object(Dictionary<string, IOpenApiSchema> properties, IEnumerable<string> required) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = properties,
        Required = required.ToHashSet(StringComparer.Ordinal),
        AdditionalPropertiesAllowed = false,
    };

    private static OpenApiSchema Nullable(OpenApiSchema schema)
    {
        schema.Type |= JsonSchemaType.Null;
        return schema;
    }

    private static OpenApiSchema Only(string value) => new() { Type = JsonSchemaType.String, Enum = [JsonValue.Create(value)] };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private OpenApiSchemaReference Add(string name, OpenApiSchema schema)
    {
        document.AddComponent<IOpenApiSchema>(name, schema);
        return new OpenApiSchemaReference(name, document);
    }
}
