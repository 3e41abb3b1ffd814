using Microsoft.OpenApi;

namespace HiveGen.OpenApi;

/// <summary>Adds the schemas of the router's answers, and says when each comes.</summary>
internal sealed class SyncAnswers(OpenApiDocument document)
{
    private const string Codes = "`unknown_model`, `unknown_field`, `missing_field`, `cursor_conflict`, `own_home`, `other_layout` or `cannot_verify`, where it is one of these.";
    private const string Wrong = "The body is wrong; `error` and `errors` name each field. Nothing was written.";
    private const string NoSecret = "The secret (or the signature, where one is asked for) is missing or wrong.";
    private const string TooLong = "The body is too long, or a batch has too many records. Nothing was written.";
    private const string TooMany = "Too many requests; Retry-After says in how many seconds to come back.";
    private const string OtherBody = "The Idempotency-Key was used before, with another body. Nothing was written.";
    private const string NoRoom = "The server remembers as many keys or signed messages as it may; Retry-After says when there is room again. Nothing was written.";
    private const string NoTarget = "The target cannot be written to. Where Retry-After is given, the same request may succeed later; sending it again is harmless.";

    private static readonly (string Status, string? Single, string? Batch)[] Refusals =
    [
        ("400", Wrong, Wrong),
        ("401", NoSecret, NoSecret),
        ("409", "The record belongs to another home, or was deleted and only a create may bring it back; or the first request with this Idempotency-Key is not done yet (then there is Retry-After).", "The cursor of the Hive is not where it says it left it (`code` is `cursor_conflict`), or the first request with this Idempotency-Key is not done yet (then there is Retry-After). Nothing was written."),
        ("413", TooLong, TooLong),
        ("422", OtherBody, OtherBody),
        ("429", TooMany, TooMany),
        ("500", NoTarget, NoTarget),
        ("503", NoRoom, NoRoom),
    ];

    /// <summary>Every answer of an endpoint.</summary>
    public OpenApiResponses Of(bool batch)
    {
        OpenApiResponses responses = new()
        {
            ["200"] = Response(
                batch ? "Every record was judged by itself: `results` tells in the order of `records`. `success` is true only if nothing failed." : "The record is written, or the target has a newer version (`status` is `stale`).",
                "application/json",
                batch ? Batch() : Single()),
        };
        Refuse(responses, batch);
        return responses;
    }

    /// <summary>Every answer of an endpoint for other Hives.</summary>
    public OpenApiResponses OfRemote(IOpenApiSchema answer, bool mayConflict)
    {
        OpenApiResponses responses = new() { ["200"] = Response("Done.", "application/json", answer) };
        Refuse(responses, batch: true);
        responses.Remove("422");
        if (!mayConflict)
        {
            responses.Remove("409");
        }

        return responses;
    }

    private void Refuse(OpenApiResponses responses, bool batch)
    {
        foreach ((string status, string? single, string? many) in Refusals)
        {
            if ((batch ? many : single) is { } when)
            {
                responses[status] = Response(when, "application/problem+json", Problem());
            }
        }
    }

    private static OpenApiResponse Response(string when, string type, IOpenApiSchema schema) => new()
    {
        Description = when,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [type] = new() { Schema = schema } },
    };

    private OpenApiSchemaReference Single() => Add("SyncSuccess", ["success", "model", "operation", "recordId", "syncedAt"], new(StringComparer.Ordinal)
    {
        ["success"] = new OpenApiSchema { Type = JsonSchemaType.Boolean },
        ["model"] = Text(),
        ["operation"] = Text(),
        ["recordId"] = Text(),
        ["syncedAt"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Description = "Milliseconds since 1970." },
        ["status"] = Text("`stale` when the target has this version or a newer one."),
    });

    private OpenApiSchemaReference Batch() => Add("SyncBatchResult", ["success", "successful", "failed", "total", "results"], new(StringComparer.Ordinal)
    {
        ["success"] = new OpenApiSchema { Type = JsonSchemaType.Boolean },
        ["successful"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
        ["failed"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
        ["total"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
        ["results"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Result() },
    });

    private OpenApiSchemaReference Result() => Add("SyncRecordResult", ["recordId", "success", "status"], new(StringComparer.Ordinal)
    {
        ["recordId"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null },
        ["success"] = new OpenApiSchema { Type = JsonSchemaType.Boolean },
        ["status"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["applied", "stale", "invalid", "conflict", "refused", "retry"] },
        ["error"] = Text(),
        ["code"] = Text(Codes),
        ["errors"] = Errors(),
    });

    private OpenApiSchemaReference Problem() => Add("SyncProblem", ["type", "title", "status", "detail", "error"], new(StringComparer.Ordinal)
    {
        ["type"] = Text(),
        ["title"] = Text(),
        ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
        ["detail"] = Text(),
        ["error"] = Text("What is wrong and how to mend it."),
        ["code"] = Text(Codes),
        ["model"] = Text(),
        ["operation"] = Text(),
        ["recordId"] = Text(),
        ["errors"] = Errors(),
        ["requestId"] = Text("The id under which the request is in the server's log."),
    });

    private static OpenApiSchema Text(string? description = null) => new() { Type = JsonSchemaType.String, Description = description };

    private static OpenApiSchema Errors() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "What is wrong with each field.",
        AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text() },
    };

    private OpenApiSchemaReference Add(string name, string[] required, Dictionary<string, IOpenApiSchema> properties)
    {
        document.AddComponent<IOpenApiSchema>(name, new OpenApiSchema { Type = JsonSchemaType.Object, Properties = properties, Required = required.ToHashSet(StringComparer.Ordinal) });
        return new OpenApiSchemaReference(name, document);
    }
}
