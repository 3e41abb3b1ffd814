using System.Globalization;
using System.Text;

namespace HiveGen.Benchmarks.Building;

/// <summary>Projects with the same classes and references, which differ in who generates.</summary>
internal sealed class BuildFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("hivegen-builds-").FullName;

    public BuildFolder(int models)
    {
        // The folder may lie below one with files of these names.
        File.WriteAllText(Path.Combine(path, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(path, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(path, "Directory.Packages.props"), "<Project />");
        foreach (string way in BuildCost.Ways)
        {
            Directory.CreateDirectory(Project(way));
            File.WriteAllText(Path.Combine(Project(way), "app.csproj"), ProjectFile(way == BuildCost.Hive));
            for (int i = 0; i < models; i++)
            {
                File.WriteAllText(Path.Combine(Project(way), string.Create(CultureInfo.InvariantCulture, $"Model{i}.cs")), Source(i));
            }
        }

        string attributes = string.Concat(Enumerable.Range(0, models).Select(static i => string.Create(CultureInfo.InvariantCulture, $"[JsonSerializable(typeof(Model{i}))]\n")));
        File.WriteAllText(Path.Combine(Project(BuildCost.Stj), "Context.cs"), $"using System.Text.Json.Serialization;\nnamespace App;\n{attributes}public sealed partial class Context : JsonSerializerContext;\n");
    }

    /// <summary>The folder of a project.</summary>
    public string Project(string way) => Path.Combine(path, way);

    /// <summary>Puts what HiveGen emitted into the project that checks it in.</summary>
    /// <returns>Characters a model.</returns>
    public int CheckIn(int models)
    {
        int characters = 0;
        foreach (string file in Directory.GetFiles(Path.Combine(Project(BuildCost.Hive), "emitted"), "*.cs", SearchOption.AllDirectories))
        {
            characters += File.ReadAllText(file).Length;
            File.Copy(file, Path.Combine(Project(BuildCost.CheckedIn), Path.GetFileName(file)));
        }

        return characters / models;
    }

    public void Dispose() => Directory.Delete(path, recursive: true);

    private static string ProjectFile(bool generates)
    {
        StringBuilder references = new();
        foreach (string file in Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Where(static file => IsReference(Path.GetFileName(file))).Order(StringComparer.Ordinal))
        {
            references.Append($"    <Reference Include=\"{file}\" />\n");
        }

        string analyzer = generates ? $"    <Analyzer Include=\"{Path.Combine(AppContext.BaseDirectory, "HiveGen.Generator.dll")}\" />\n    <CompilerVisibleProperty Include=\"RootNamespace\" />\n" : "";
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <RootNamespace>App</RootNamespace>
                <NuGetAudit>false</NuGetAudit>
                <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
                <CompilerGeneratedFilesOutputPath>emitted</CompilerGeneratedFilesOutputPath>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="*.cs" />
            {references}{analyzer}  </ItemGroup>
            </Project>
            """;
    }

    private static bool IsReference(string file)
        => file is "HiveGen.Runtime.dll" or "HiveGen.Schema.dll" or "Microsoft.Data.Sqlite.dll"
        || file.StartsWith("SQLitePCLRaw.", StringComparison.Ordinal) || file.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal);

    private static string Source(int number) => string.Create(CultureInfo.InvariantCulture, $$"""
        using System.ComponentModel.DataAnnotations;
        using HiveGen;

        namespace App;

        [HiveModel(Sync = "models{{number}}")]
        public sealed partial class Model{{number}}
        {
            public string Id { get; set; } = "";
            [Unique, EmailAddress] public required string Email { get; set; }
            [StringLength(100)] public string? Name { get; set; }
            [Unique] public string? Handle { get; set; }
            public bool Verified { get; set; }
            public string Plan { get; set; } = "free";
            public int Age { get; set; }
            public long Views { get; set; }
            public double Score { get; set; }
            [Scale(2)] public decimal Balance { get; set; }
            public DateTimeOffset? SeenAt { get; set; }
            public Guid Token { get; set; }
            [LocalOnly] public string? Secret { get; set; }
            [CreatedAt] public DateTimeOffset CreatedAt { get; set; }
            [UpdatedAt] public DateTimeOffset UpdatedAt { get; set; }
        }
        """);
}
