using HiveGen.Router.Remote;
using Microsoft.OpenApi;

namespace HiveGen.OpenApi;

/// <summary>Describes the endpoints that another Hive needs beside <c>/sync/batch</c>.</summary>
internal static class RemoteDocument
{
    private const long MaxSafe = (1L << 53) - 1;

    /// <summary>Describes one of them.</summary>
    public static void Describe(OpenApiDocument document, OpenApiOperation operation, Type call)
    {
        (IOpenApiSchema? body, IOpenApiSchema answer) = call == typeof(ModelsCall) ? (null, Models())
            : call == typeof(CursorCall) ? (CursorBody(), CursorAnswer())
            : (SweepBody(), SweepAnswer());
        operation.RequestBody = body is null ? null : new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/json"] = new() { Schema = body } },
        };
        operation.Responses = new SyncAnswers(document).OfRemote(answer, call == typeof(CursorCall));
    }

    /// <summary>The member <c>cursor</c>, of a batch too.</summary>
    public static OpenApiSchema Change() => Object("Where the Hive left its cursor here, and where it goes; both the same only checks it.", ["from", "to"], new(StringComparer.Ordinal)
    {
        ["from"] = Cursor(JsonSchemaType.Object | JsonSchemaType.Null),
        ["to"] = Cursor(JsonSchemaType.Object),
    });

    private static OpenApiSchema Cursor(JsonSchemaType type)
    {
        OpenApiSchema schema = Object("How far a Hive has come here.", ["session", "seq", "epoch"], new(StringComparer.Ordinal)
        {
            ["session"] = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 64 },
            ["seq"] = Number(),
            ["epoch"] = Number(),
            ["high"] = Number("The newest change that its rows may show."),
        });
        schema.Type = type;
        return schema;
    }

    private static OpenApiSchema CursorBody() => Object("Without cursor it is read.", ["home"], new(StringComparer.Ordinal) { ["home"] = Home(), ["cursor"] = Change() });

    private static OpenApiSchema CursorAnswer() => Object("Where the cursor is now; null when there is none.", ["cursor"], new(StringComparer.Ordinal) { ["cursor"] = Cursor(JsonSchemaType.Object | JsonSchemaType.Null) });

    private static OpenApiSchema SweepBody() => Object("", ["model", "home", "below", "except"], new(StringComparer.Ordinal)
    {
        ["model"] = Text("The model's sync name."),
        ["home"] = Home(),
        ["below"] = Number("The version of the load: what is older becomes a ghost."),
        ["except"] = List("The ids that are left alone."),
    });

    private static OpenApiSchema SweepAnswer() => Object("", ["swept"], new(StringComparer.Ordinal) { ["swept"] = Number("How many rows became ghosts.") });

    private static OpenApiSchema Models() => Object("", ["protocol", "remembersCursor", "maxRecords", "maxBytes", "models"], new(StringComparer.Ordinal)
    {
        ["protocol"] = Number("Which form of these endpoints the router speaks."),
        ["remembersCursor"] = new OpenApiSchema { Type = JsonSchemaType.Boolean, Description = "Whether the router's target keeps cursors." },
        ["maxRecords"] = Number("The most records of a batch."),
        ["maxBytes"] = Number("The longest body of a batch."),
        ["models"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "The fields of each model, by its sync name.", AdditionalProperties = List("Names of fields.") },
    });

    private static OpenApiSchema Home() => new() { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 64, Pattern = "^[!-~]+$", Description = "The id of the Hive that asks." };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private static OpenApiSchema List(string description) => new() { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String }, Description = description };

    private static OpenApiSchema Number(string? description = null) => new()
    {
        Type = JsonSchemaType.Integer,
        Format = "int64",
        Minimum = "0",
        Maximum = MaxSafe.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Description = description,
    };

    private static OpenApiSchema Object(string description, string[] required, Dictionary<string, IOpenApiSchema> properties) => new()
    {
        Type = JsonSchemaType.Object,
        Description = description.Length == 0 ? null : description,
        Properties = properties,
        Required = required.ToHashSet(StringComparer.Ordinal),
        AdditionalPropertiesAllowed = false,
    };
}
