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
            : call == typeof(DigestCall) ? (DigestBody(), DigestAnswer())
            : call == typeof(RowsCall) ? (RowsBody(), RowsAnswer())
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
        ["cursor"] = Cursor(JsonSchemaType.Object | JsonSchemaType.Null),
    });

    private static OpenApiSchema SweepAnswer() => Object("", ["swept"], new(StringComparer.Ordinal) { ["swept"] = Number("How many rows became ghosts.") });

    private static OpenApiSchema DigestBody() => Object("", ["model", "home", "layout", "buckets"], new(StringComparer.Ordinal)
    {
        ["model"] = Text("The model's sync name."),
        ["home"] = Home(),
        ["layout"] = Layout(),
        ["buckets"] = Number("How many buckets, 16384 at most."),
    });

    private static OpenApiSchema DigestAnswer() => Object("", ["digests"], new(StringComparer.Ordinal)
    {
        ["digests"] = List(Object("A bucket with rows.", ["bucket", "count", "hash", "minVersion", "maxVersion"], new(StringComparer.Ordinal)
        {
            ["bucket"] = Number(),
            ["count"] = Number("Its live rows."),
            ["hash"] = Hash("The sum of the hashes of its live rows."),
            ["minVersion"] = Version("The lowest of a live row; the highest number there is when there is none."),
            ["maxVersion"] = Version("The highest of a row, ghosts included."),
        })),
    });

    private static OpenApiSchema RowsBody() => Object("Rows of some buckets (buckets and wanted), or of some ids.", ["model", "home", "layout"], new(StringComparer.Ordinal)
    {
        ["model"] = Text("The model's sync name."),
        ["home"] = Home(),
        ["layout"] = Layout(),
        ["buckets"] = Number("How many buckets there are, 16384 at most."),
        ["wanted"] = List(Number("A bucket.")),
        ["ids"] = List(RowId()),
    });

    private static OpenApiSchema RowsAnswer() => Object("", ["rows"], new(StringComparer.Ordinal)
    {
        ["rows"] = List(Object("A row.", ["id", "version", "deleted", "hash"], new(StringComparer.Ordinal)
        {
            ["id"] = RowId(),
            ["version"] = Version("Its version."),
            ["deleted"] = new OpenApiSchema { Type = JsonSchemaType.Boolean, Description = "Whether it is a ghost." },
            ["hash"] = Hash("Of its fields, as the Hive makes it."),
        })),
    });

    private static OpenApiSchema Layout() => Text("What the caller's hashes are made of: must be as here.");

    private static OpenApiSchema Hash(string description) => new() { Type = JsonSchemaType.String, Pattern = "^[0-9a-f]{16}$", Description = description };

    private static OpenApiSchema Version(string description) => new() { Type = JsonSchemaType.Integer, Format = "int64", Description = description };

    private static OpenApiSchema RowId() => new() { Type = JsonSchemaType.String | JsonSchemaType.Integer, Description = "The id as the target has it." };

    private static OpenApiSchema Models() => Object("", ["protocol", "remembersCursor", "canVerify", "maxRecords", "maxBytes", "models"], new(StringComparer.Ordinal)
    {
        ["protocol"] = Number("Which form of these endpoints the router speaks."),
        ["remembersCursor"] = new OpenApiSchema { Type = JsonSchemaType.Boolean, Description = "Whether the router's target keeps cursors." },
        ["canVerify"] = new OpenApiSchema { Type = JsonSchemaType.Boolean, Description = "Whether the rows of the router's target can be compared." },
        ["maxRecords"] = Number("The most records of a batch."),
        ["maxBytes"] = Number("The longest body of a batch."),
        ["models"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "The fields of each model, by its sync name.", AdditionalProperties = List("Names of fields.") },
    });

    private static OpenApiSchema Home() => new() { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 64, Pattern = "^[!-~]+$", Description = "The id of the Hive that asks." };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private static OpenApiSchema List(string description) => new() { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String }, Description = description };

    private static OpenApiSchema List(OpenApiSchema items) => new() { Type = JsonSchemaType.Array, Items = items };

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
