using EdgeNode;

// Settings lie beside the program, the database where the user stands.
WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddSecretOfTheBlog();
builder.AddHive(); // its target is in appsettings.json: the router of the Blog
builder.Services.AddProblemDetails();

await using WebApplication app = builder.Build();
app.UseStatusCodePages();
app.MapEdge();
app.Lifetime.ApplicationStarted.Register(() => Welcome.Print(app));
await app.RunAsync();
