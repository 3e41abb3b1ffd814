using System;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>
/// What the generator knows of an adapter's package: nothing of it is generated where the project does not reference it.
/// </summary>
/// <param name="Name">The end of the package's name.</param>
/// <param name="Sign">The type, without <c>HiveGen.Adapters.</c>, that says that the package is referenced.</param>
/// <param name="Registration">The type whose <c>Register</c> makes the package's adapters known to the configuration.</param>
/// <param name="Map">The end of the name of a model's mapping; null when the package needs none.</param>
/// <param name="EmitMap">Writes the mapping.</param>
internal sealed record Adapter(string Name, string Sign, string Registration, string? Map = null, Action<CodeWriter, ModelSpec>? EmitMap = null)
{
    private const string Prefix = "HiveGen.Adapters.";

    private static readonly Adapter[] Known =
    [
        new("Convex", "Convex.ConvexAdapter", "Convex.ConvexAdapter"),
        new("Firestore", "Firestore.FirestoreMap", "Firestore.FirestoreAdapter", "FirestoreMap", FirestoreMapPart.Emit),
        new("Http", "Http.RouterAdapter", "Http.RouterAdapter"),
        new("MongoDb", "MongoDb.MongoMap", "MongoDb.MongoAdapter", "MongoMap", MongoMapPart.Emit),
        new("MySql", "MySql.MySqlMap", "MySql.MySqlAdapter", "MySqlMap", MySqlMapPart.Emit),
        new("Postgres", "Postgres.PostgresMap", "Postgres.PostgresAdapter", "PostgresMap", PostgresMapPart.Emit),
        new("Sqlite", "Sqlite.SqliteMap", "Sqlite.SqliteAdapter", "SqliteMap", SqliteMapPart.Emit),
        new("Supabase", "Supabase.SupabaseAdapter", "Supabase.SupabaseAdapter"),
        new("Turso", "Turso.TursoMap", "Turso.TursoAdapter", "TursoMap", TursoMapPart.Emit),
    ];

    /// <summary>The full name of the type that says that the package is referenced.</summary>
    public string SignType { get; } = Prefix + Sign;

    /// <summary>The type whose <c>Register</c> is called, as code spells it.</summary>
    public string RegistrationType { get; } = "global::" + Prefix + Registration;

    /// <summary>Every adapter, by name.</summary>
    public static ReadOnlySpan<Adapter> All => Known;

    /// <summary>The adapter of this name, which is one of <see cref="All"/>.</summary>
    public static Adapter Of(string name) => Array.Find(Known, adapter => adapter.Name == name)!;
}
