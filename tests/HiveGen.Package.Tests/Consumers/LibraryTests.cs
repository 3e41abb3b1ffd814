using System.Text.Json.Nodes;

namespace HiveGen.Package.Tests;

/// <summary>Models in a class library, and an app that references nothing of ours but that library.</summary>
[Collection("feed")]
public sealed class LibraryTests(Feed feed)
{
    private const string Library = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <RootNamespace>Shop.Data</RootNamespace>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="HiveGen" Version="*" />
            <PackageReference Include="HiveGen.Adapters.Postgres" Version="*" />
          </ItemGroup>
        </Project>
        """;

    private const string App = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <ProjectReference Include="../Library/Library.csproj" />
            <!-- direct -->
          </ItemGroup>
        </Project>
        """;

    private const string Model = """
        using HiveGen;
        namespace Shop.Models;

        [HiveModel(Sync = "orders")]
        public sealed partial class Order
        {
            public required string Customer { get; set; }
            [Scale(2)] public decimal Total { get; set; }
        }
        """;

    private const string Program = """
        using HiveGen;
        using Shop.Models;

        await using Shop.Data.Hive hive = Shop.Data.Hive.Open(new HiveOptions { Path = "orders.db" }); // named by the library's root namespace
        Order order = await hive.Orders.AddAsync(new() { Customer = "Ada", Total = 9.50m });
        Console.WriteLine($"{hive.Orders.Get(order.Id)!.Total} {typeof(HiveGen.Adapters.Postgres.PostgresTarget).Name} {string.Join(",", typeof(Order).Assembly.GetTypes().Where(type => type.Name.Contains("Postgres")).Select(type => type.Name))}");
        """;

    [Fact]
    public async Task An_app_runs_with_what_comes_through_a_library_and_gets_nothing_twice()
    {
        using Consumer consumer = await Consumer.CreateAsync(feed);
        consumer.Write("Library/Library.csproj", Library);
        consumer.Write("Library/Order.cs", Model);
        consumer.Write("App/App.csproj", App);
        consumer.Write("App/Program.cs", Program);

        string output = await consumer.DotNetAsync("App", "run");

        Assert.StartsWith("9.50 PostgresTarget ", output.Trim(), StringComparison.Ordinal);
        Assert.EndsWith("OrderPostgresMap", output.Trim(), StringComparison.Ordinal);
        Assert.Equal((3, 1), await OursAsync(consumer, "Library"));
        Assert.Equal((3, 1), await OursAsync(consumer, "App")); // the rules look at its use of the client, too

        consumer.Write("App/App.csproj", App.Replace("<!-- direct -->", "<PackageReference Include=\"HiveGen\" Version=\"*\" />", StringComparison.Ordinal));
        await consumer.DotNetAsync("App", "restore");
        Assert.Equal((3, 1), await OursAsync(consumer, "App"));
    }

    /// <summary>How many compiler extensions of ours a project gets, and how many times its build imports our properties and targets.</summary>
    private static async Task<(int Analyzers, int Imports)> OursAsync(Consumer consumer, string project)
    {
        JsonNode items = JsonNode.Parse(await consumer.DotNetAsync(project, "msbuild -t:ResolveLockFileAnalyzers -getItem:Analyzer -getItem:CompilerVisibleProperty"))!["Items"]!;
        int analyzers = items["Analyzer"]!.AsArray().Count(static item => item!["Filename"]!.GetValue<string>().StartsWith("HiveGen.", StringComparison.Ordinal));
        int imports = items["CompilerVisibleProperty"]!.AsArray().Count(static item => item!["DefiningProjectName"]!.GetValue<string>() == "HiveGen");
        await consumer.DotNetAsync(project, "msbuild -nologo -v:m -t:HiveGenRequireCompiler"); // fails where it is not known
        return (analyzers, imports);
    }
}
