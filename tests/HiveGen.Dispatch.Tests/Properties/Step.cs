namespace HiveGen.Tests;

/// <summary>A step of a history: two numbers that name records, and one that is written.</summary>
public sealed record Step(StepKind Kind, int A, int B, int Value)
{
    /// <summary>The write as SQL; null for a step that writes nothing.</summary>
    public string? Sql => Kind switch
    {
        StepKind.AddAuthor => $"INSERT INTO authors VALUES ('a{A}', 'a{A}-{Value}', '{Value}') ON CONFLICT (id) DO UPDATE SET note = excluded.note",
        StepKind.SetAuthor => $"UPDATE authors SET note = '{new string('n', Value)}' WHERE id = 'a{A}'",
        StepKind.RemoveAuthor => $"DELETE FROM authors WHERE id = 'a{A}'",
        StepKind.ReplaceAuthor => $"INSERT OR REPLACE INTO authors SELECT 'a{A}', name, '{Value}' FROM authors WHERE id = 'a{B % 10}'",
        StepKind.AddBook => $"INSERT INTO books SELECT 'b{B}', id, '{Value}' FROM authors WHERE id = 'a{A}' ON CONFLICT (id) DO UPDATE SET title = excluded.title, author = excluded.author",
        StepKind.RemoveBook => $"DELETE FROM books WHERE id = 'b{B}'",
        StepKind.AddMany => string.Join(';', Enumerable.Range(0, 20).Select(i => $"INSERT INTO authors VALUES ('m{A}{i}', 'm{A}{i}', '{Value}') ON CONFLICT (id) DO UPDATE SET note = excluded.note; INSERT INTO books VALUES ('n{A}{i}', 'm{A}{i}', '{Value}') ON CONFLICT (id) DO UPDATE SET title = excluded.title")),
        _ => null,
    };

    public override string ToString() => $"{Kind} {A} {B} {Value}";
}
