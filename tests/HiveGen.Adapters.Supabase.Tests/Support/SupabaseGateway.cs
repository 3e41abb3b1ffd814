using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HiveGen.Tests;

/// <summary>
/// Stands where Supabase's gateway does: PostgREST is below <c>/rest/v1</c>, a request without a known key is turned away, and a key of
/// the new kind becomes the token that it stands for. Without PostgREST behind it, it answers 503.
/// </summary>
public sealed class SupabaseGateway(Uri postgrest) : IAsyncDisposable
{
    private const string Prefix = "/rest/v1";

    private readonly HttpClient upstream = new() { BaseAddress = postgrest };
    private WebApplication? app;

    /// <summary>Where it answers: the project's address.</summary>
    public string Url => app!.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>How many requests came.</summary>
    public int Requests { get; private set; }

    public async Task StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Limits.MaxRequestBodySize = 64 << 20).UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(ForwardAsync);
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        upstream.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        Requests++;
        string key = context.Request.Headers["apikey"].ToString();
        if (key.Length == 0 || !context.Request.Path.StartsWithSegments(Prefix, out PathString path))
        {
            context.Response.StatusCode = key.Length == 0 ? StatusCodes.Status401Unauthorized : StatusCodes.Status404NotFound;
            await context.Response.WriteAsJsonAsync(new { message = "No API key found in request", hint = "No `apikey` request header or url param was found." });
            return;
        }

        using HttpRequestMessage request = new(new HttpMethod(context.Request.Method), path.ToString().TrimStart('/') + context.Request.QueryString) { Content = new StreamContent(context.Request.Body) };
        foreach (string name in new[] { "Content-Type", "Content-Profile", "Accept", "Prefer" })
        {
            if (context.Request.Headers.TryGetValue(name, out Microsoft.Extensions.Primitives.StringValues value) && !request.Headers.TryAddWithoutValidation(name, value.ToString()))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value.ToString());
            }
        }

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key == SupabaseKeys.Secret ? SupabaseKeys.TokenOf("service_role") : key == SupabaseKeys.Publishable ? SupabaseKeys.TokenOf("anon") : key);
        try
        {
            using HttpResponseMessage answer = await upstream.SendAsync(request, context.RequestAborted);
            context.Response.StatusCode = (int)answer.StatusCode;
            context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        catch (HttpRequestException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }
}
