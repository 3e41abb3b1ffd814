using HiveGen.Router;
using HiveGen.Router.Remote;
using HiveGen.Security;
using HiveGen.Targets;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace HiveGen.OpenApi;

/// <summary>Describes the router's endpoints, which read their bodies by hand and so tell the framework nothing of them.</summary>
internal sealed class SyncDocument : IOpenApiDocumentTransformer
{
    private const string Scheme = "SyncSecret";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (ApiDescription description in context.DescriptionGroups.SelectMany(static group => group.Items))
        {
            IList<object> metadata = description.ActionDescriptor.EndpointMetadata;
            if (!document.Paths.TryGetValue("/" + description.RelativePath, out IOpenApiPathItem? path)
                || path.Operations is not { } operations || !operations.TryGetValue(new HttpMethod(description.HttpMethod ?? ""), out OpenApiOperation? operation))
            {
                continue;
            }

            if (metadata.OfType<SyncMetadata>().LastOrDefault() is { } sync)
            {
                Describe(document, operation, sync.Batch, context.ApplicationServices);
                Secure(document, operation);
            }
            else if (metadata.OfType<RemoteMetadata>().LastOrDefault() is { } remote)
            {
                RemoteDocument.Describe(document, operation, remote.Call);
                Secure(document, operation);
            }
        }

        return Task.CompletedTask;
    }

    private static void Describe(OpenApiDocument document, OpenApiOperation operation, bool batch, IServiceProvider services)
    {
        HiveSyncOptions options = services.GetRequiredService<LiveSyncOptions>().Current;
        SyncModels models = services.GetRequiredService<SyncModels>();
        IReadOnlyList<SyncModel> all = [.. models.All.Select(static reader => reader.Model)];
        SyncExamples examples = new(models, options, services.GetRequiredService<TimeProvider>());
        OpenApiMediaType json = new()
        {
            Schema = new SyncSchemas(document, options.MaxBatchRecords).Body(all, batch),
            Examples = examples.All(batch).ToDictionary(static one => one.Name, static one => (IOpenApiExample)new OpenApiExample { Summary = one.Name, Value = one.Body }, StringComparer.Ordinal),
        };
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/json"] = json },
        };
        operation.Description = Limits(options, batch);
        operation.Parameters = SyncParameters.Of(options, batch);
        operation.Responses = new SyncAnswers(document).Of(batch);
    }

    private static void Secure(OpenApiDocument document, OpenApiOperation operation)
    {
        document.AddComponent<IOpenApiSecurityScheme>(Scheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = SyncGuard.SecretHeader,
            Description = "One of the secrets in SYNC_SECRET or HiveSync:Secrets.",
        });
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
    }

    private static string Limits(HiveSyncOptions options, bool batch)
    {
        string text = batch
            ? FormattableString.Invariant($"At most {options.MaxBatchRecords} records and {options.MaxBatchBodyBytes} bytes. Each record is judged by itself. Where a record is named twice, later fields win over earlier ones.")
            : FormattableString.Invariant($"At most {options.MaxBodyBytes} bytes.");
        text += FormattableString.Invariant($" Nested at most {options.MaxDepth} deep, and no text longer than {options.MaxStringBytes} bytes.");
        text += options.RateLimit == 0 ? "" : FormattableString.Invariant($" At most {options.RateLimit} requests of a client in {options.RateWindow.TotalSeconds:0} s.");
        return text + (options.RequireSignature ? " The body must be signed: webhook-id, webhook-timestamp and webhook-signature." : "");
    }
}
