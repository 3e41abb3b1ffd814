using Blog.Accounts;
using Blog.Comments;
using Blog.Observability;
using Blog.Posts;
using Blog.Sessions;
using HiveGen;

namespace Blog;

/// <summary>The app: a Hive in <c>blog.db</c>, its replica in <c>replica.db</c>, the endpoints, the sync router and Swagger UI.</summary>
internal static class BlogApp
{
    public static WebApplication Build(string[] args)
    {
        // Settings lie beside the program, databases where the user stands.
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddHostedService<OtlpExport>(); // before the Hive: what is told while it stops is exported too
        builder.AddDevelopmentSecret();
        builder.AddHive();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Add(BlogJson.Default));
        builder.Services.AddHiveProblems();

        WebApplication app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.MapAccounts();
        app.MapSessions();
        app.MapPosts();
        app.MapComments();
        app.MapHiveSync();
        app.MapHiveDocs();
        app.MapGet("/", static () => TypedResults.Redirect("/swagger")).ExcludeFromDescription();
        return app;
    }

    public static async Task<int> RunAsync(WebApplication app)
    {
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"Swagger UI: {app.Urls.First()}/swagger"));
        await app.RunAsync();
        return 0;
    }
}
