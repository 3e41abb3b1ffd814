using HiveGen.Router;
using HiveGen.Security;
using Microsoft.OpenApi;

namespace HiveGen.OpenApi;

/// <summary>The headers that a request may carry.</summary>
internal static class SyncParameters
{
    /// <summary>Those of an endpoint.</summary>
    public static IList<IOpenApiParameter> Of(HiveSyncOptions options, bool batch)
    {
        List<IOpenApiParameter> all =
        [
            Header(RequestHeaders.IdempotencyKey, FormattableString.Invariant($"A repetition of an unversioned request with the same key and body within {options.IdempotencyWindow.TotalMinutes:0.#} minutes writes nothing and gets the first answer, with `Idempotent-Replayed: true`."), new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 255 }),
            Header(RequestId.Header, "The id under which the request is logged; it comes back. One is made where none is given.", new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 128 }),
        ];
        if (!batch)
        {
            all.Add(Header(RequestHeaders.Version, "The same as `version` in the body, which may then be left out; `home` stays there.", new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "1" }));
        }

        if (options.RequireSignature)
        {
            all.Add(Required(SignedMessages.IdHeader, "The id of the message."));
            all.Add(Required(SignedMessages.TimestampHeader, "Whole seconds since 1970."));
            all.Add(Required(SignedMessages.SignatureHeader, "`v1,` and HMAC-SHA256 over id.timestamp.body in Base64; several may be given, with blanks between them."));
        }

        return all;
    }

    private static OpenApiParameter Header(string name, string description, OpenApiSchema schema)
        => new() { Name = name, In = ParameterLocation.Header, Description = description, Schema = schema };

    private static OpenApiParameter Required(string name, string description)
        => new() { Name = name, In = ParameterLocation.Header, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Required = true };
}
