using Microsoft.AspNetCore.Http.HttpResults;

namespace Notes;

internal static class Endpoints
{
    public static void MapNotes(this IEndpointRouteBuilder app)
    {
        // snippet: writes
        app.MapPost("/authors", async Task<Created<Author>> (Author draft, Hive hive) =>
        {
            Author author = await hive.Authors.AddAsync(draft);
            return TypedResults.Created($"/authors/{author.Id}", author);
        });
        app.MapPost("/notes", async Task<Created<Note>> (Note draft, Hive hive) =>
        {
            Note note = await hive.Notes.AddAsync(draft);
            return TypedResults.Created($"/notes/{note.Id}", note);
        });
        app.MapPut("/notes/{id}/title", async Task<Results<Ok<Note>, NotFound>> (string id, string title, Hive hive) =>
            await hive.Notes.SetAsync(id, new() { Title = title }) is { } note ? TypedResults.Ok(note) : TypedResults.NotFound());
        app.MapDelete("/authors/{id}", async Task<Results<NoContent, NotFound>> (string id, Hive hive) =>
            await hive.Authors.RemoveAsync(id) ? TypedResults.NoContent() : TypedResults.NotFound());
        // end

        // snippet: reads
        app.MapGet("/authors", Results<Ok<Author>, NotFound> (string email, Hive hive) =>
            hive.Authors.GetByEmail(email) is { } author ? TypedResults.Ok(author) : TypedResults.NotFound());
        app.MapGet("/notes", Ok<List<Note>> (string author, string? contains, Hive hive) =>
            TypedResults.Ok(hive.Notes
                .Where(n => n.Author == author & n.Title.Contains(contains ?? ""))
                .OrderByDescending(n => n.CreatedAt)
                .Take(20)
                .ToList()));
        // end
    }
}
