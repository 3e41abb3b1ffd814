using HiveGen;
using HiveGen.TrimProof;
using Microsoft.AspNetCore.Http.HttpResults;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.AddHive(static hive => hive.AddSqlite("replica", "Data Source=replica.db"));

WebApplication app = builder.Build();
app.MapHiveSync();
app.MapHiveDocs();

// With trimming, a lambda declares its return type and the app its database class (NotesHive.cs): the framework's own
// generator cannot see what ours emits.
app.MapGet("/notes/{title}", Results<Ok<Note>, NotFound> (string title, NotesHive hive) =>
    hive.Notes.GetByTitle(title) is { } note ? TypedResults.Ok(note) : TypedResults.NotFound());
app.MapPost("/notes/{title}", async Task<Ok<Note>> (string title, NotesHive hive) =>
    TypedResults.Ok(await hive.Notes.AddAsync(new() { Title = title, Mood = Mood.Bright, Price = 9.5m, Due = new(2026, 2, 28) })));
app.MapGet("/hooked/{title}", string (string title, NotesHive hive) => hive.Notes.GetByTitle(title)?.Secret ?? "");
app.MapPost("/drain", async Task<NoContent> (NotesHive hive) =>
{
    await hive.Sync.WhenIdleAsync();
    return TypedResults.NoContent();
});

await app.RunAsync();
