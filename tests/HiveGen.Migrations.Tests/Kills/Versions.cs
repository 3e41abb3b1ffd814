namespace HiveGen.Tests;

/// <summary>Two versions of some models, between which every kind of step is taken.</summary>
internal static class Versions
{
    private static readonly ColumnShape Owner = new("owner", "text") { Link = "people", OnDelete = LinkAction.Cascade };

    public static IReadOnlyList<ModelShape> Old { get; } =
    [
        new ModelShape("people", ModelShape.TextId, new("name", "text"), new("mail", "text") { Unique = true }, new("state", "enum(A,B,C)") { Nullable = true }),
        new ModelShape("notes", ModelShape.NumberId, Owner, new("text", "text") { Index = true }, new("price", "decimal(2)"), new("extra", "text") { Nullable = true }),
        new ModelShape("labels", ModelShape.TextId, new("note", "int64") { Link = "notes", OnDelete = LinkAction.Cascade }),
        new ModelShape("gone", ModelShape.TextId),
    ];

    public static IReadOnlyList<ModelShape> New { get; } =
    [
        new ModelShape("users", ModelShape.TextId, new("name", "text"), new("email", "text") { Unique = true, Former = ["mail"] }, new("state", "enum(A,B)") { Nullable = true }) { Former = ["people"] },
        new ModelShape("notes", ModelShape.NumberId, Owner with { Link = "users" }, new("text", "text"), new("price", "decimal(4)")),
        new ModelShape("labels", ModelShape.TextId, new("note", "int64") { Link = "notes", OnDelete = LinkAction.Cascade }, new("colour", "text") { Nullable = true }),
        new ModelShape("tags", ModelShape.TextId),
    ];

    /// <summary>Where the file is, and what may be lost.</summary>
    public static HiveOptions Options(string path)
    {
        HiveOptions options = new() { Path = path, LockTimeout = TimeSpan.FromSeconds(30) };
        options.Migrations.Allow.AddRange(["change:users.state", "drop-column:notes.extra", "drop-table:gone"]);
        return options;
    }
}
