using HiveGen.Adapters.Convex;
using HiveGen.Adapters.Firestore;
using HiveGen.Adapters.Http;
using HiveGen.Adapters.MongoDb;
using HiveGen.Adapters.MySql;
using HiveGen.Adapters.Postgres;
using HiveGen.Adapters.Sqlite;
using HiveGen.Adapters.Supabase;
using HiveGen.Adapters.Turso;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Docs.Tests.Reference;

/// <summary>Every adapter there is.</summary>
internal static class Adapters
{
    public static readonly Action<IServiceCollection>[] Register =
    [
        SqliteAdapter.Register, PostgresAdapter.Register, TursoAdapter.Register, MySqlAdapter.Register, SupabaseAdapter.Register, ConvexAdapter.Register, MongoAdapter.Register, FirestoreAdapter.Register, RouterAdapter.Register,
    ];
}
