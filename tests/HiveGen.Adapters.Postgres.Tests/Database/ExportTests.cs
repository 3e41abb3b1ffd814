using HiveGen.Export;

namespace HiveGen.Adapters.Postgres.Tests;

/// <summary>What is exported, held to the tool that reads it.</summary>
[Collection(PostgresCollection.Name)]
[Requires<PostgresServer>]
[Requires<Node>]
public sealed class ExportTests(ServerFixture<PostgresServer> fixture) : ConformanceTests(new PostgresProbe(fixture.Server))
{
    private TestDatabase Database => ((PostgresProbe)Probe).Database;

    [ServerFact]
    public async Task psql_makes_what_a_target_needs_also_twice_and_over_older_tables()
    {
        await fixture.Server.SqlAsync(Sql(HiveGen.Targets.Conformance.Before.Hive.Schema), Database.Name);
        await Database.RunAsync("DROP TABLE changing CASCADE"); // its column changed its type, which nobody's script can decide
        await fixture.Server.SqlAsync(Sql(Hive.Schema), Database.Name);
        await fixture.Server.SqlAsync(Sql(Hive.Schema), Database.Name);
        // Nothing is left for a target to make: it may use the tables and make none.
        await Database.RunAsync("DROP ROLE IF EXISTS reader; CREATE ROLE reader LOGIN PASSWORD 'r'; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO reader");
        HiveTarget target = Keep(new PostgresTarget("reader", Database.Url.Replace("hive:hive@", "reader:r@", StringComparison.Ordinal)));

        await target.PrepareAsync(Items.Models, CancellationToken.None);
        await target.SendAsync(new SendBatch([Items.Note("n1", 5)], new CursorMove(Items.Home, null, new TargetCursor("a", 1, 1))), CancellationToken.None);

        await StoredAsync(Items.Note("n1", 5));
        await Database.RunAsync("DROP OWNED BY reader; DROP ROLE reader");
    }

    [ServerFact]
    public async Task Prisma_understands_the_schema_and_would_refuse_another()
    {
        string schema = Assert.Single(new PrismaExport().Export(Hive.Schema)).Content;

        Assert.Equal((0, "valid\n"), await Node.RunAsync("prisma", "validate.mjs", schema));
        Assert.Contains("  id String @id\n", schema, StringComparison.Ordinal);
        Assert.Contains("  decimalOrNull Decimal? @map(\"decimal_or_null\") @db.Decimal(19, 2)\n", schema, StringComparison.Ordinal);
        Assert.Equal(1, (await Node.RunAsync("prisma", "validate.mjs", schema.Replace("String @id", "Sting @id", StringComparison.Ordinal))).ExitCode);
    }

    [ServerFact]
    public async Task Prisma_takes_the_names_of_models_and_would_not_take_those_that_are_renamed()
    {
        string[] reserved = ["BigInt", "Boolean", "Bytes", "DateTime", "Decimal", "Float", "Int", "Json", "PrismaClient", "String", "_x", "async", "class", "using", "yield"];
        string[] names = PrismaNames.OfModels([.. reserved, "User", "Größe", "HiveInt"]);

        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.Equal(["User", "Größe", "HiveInt"], names[reserved.Length..]);
        Assert.Equal((0, "valid\n"), await Node.RunAsync("prisma", "validate.mjs", Schema(names)));
        foreach (string name in reserved)
        {
            Assert.Equal(1, (await Node.RunAsync("prisma", "validate.mjs", Schema(name))).ExitCode);
        }

        static string Schema(params string[] names) => "datasource db {\n  provider = \"postgresql\"\n}\n" + string.Concat(names.Select(static name => $"model {name} {{\n  id String @id\n  größe Int?\n}}\n"));
    }

    [ServerFact]
    public void Both_are_registered_with_the_adapter()
    {
        Microsoft.Extensions.DependencyInjection.ServiceCollection services = new();
        PostgresAdapter.Register(services);
        Assert.Equal(["postgres", "prisma"], services.Where(static service => service.ServiceType == typeof(IHiveExport)).Select(static service => ((IHiveExport)Activator.CreateInstance(service.ImplementationType!)!).Name));
    }

    private static string Sql(HiveSchema schema) => Assert.Single(new PostgresExport().Export(schema)).Content;
}
