using Microsoft.AspNetCore.Builder;

namespace HiveGen;

/// <summary>Serves the OpenAPI document and Swagger UI.</summary>
public static class HiveDocsExtensions
{
    /// <summary>
    /// Serves the OpenAPI document of all the app's endpoints, the router's among them, at <c>/openapi/v1.json</c>, and Swagger UI at
    /// <c>/swagger</c>. Anyone can read both: call it in Development only, unless the API may be public. Where the app calls
    /// <c>MapOpenApi</c> itself, leave one of the two out.
    /// </summary>
    /// <param name="app">The app, after <c>AddHive</c>.</param>
    /// <returns>The app.</returns>
    public static WebApplication MapHiveDocs(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapOpenApi();
        app.UseSwaggerUI(static options =>
        {
            options.RoutePrefix = "swagger";
            options.SwaggerEndpoint("../openapi/v1.json", "v1");
            options.EnablePersistAuthorization();
            options.EnableTryItOutByDefault();
            options.DisplayOperationId();
        });
        return app;
    }
}
