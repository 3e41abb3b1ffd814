using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace HiveGen.Package.Tests;

/// <summary>What is in the packages, to the file.</summary>
[Collection("feed")]
public sealed class PackageTests(Feed feed)
{
    [Fact]
    public void Every_library_is_a_package_and_nothing_else_is()
    {
        IEnumerable<string> libraries = new[] { "schema", "runtime" }.SelectMany(static folder => Directory.GetDirectories(Repository.File(folder))).Select(static folder => Path.GetFileName(folder)!);

        Assert.Equal(libraries.Order(StringComparer.Ordinal), feed.Packages.Select(static package => package.Id));
        Assert.Equal(Approved.Names("Packages"), feed.Packages.Select(static package => package.Id));
        Assert.Single(feed.Packages.Select(static package => package.Version).Distinct());
    }

    [Fact]
    public void Files_and_dependencies_are_the_approved_ones() => Assert.All(feed.Packages, static package => Approved.Match("Packages", package.Id, package.Describe()));

    [Fact]
    public void Every_package_has_a_readme_an_icon_a_licence_and_a_text()
        => Assert.All(feed.Packages, static package =>
        {
            Assert.Equal(File.ReadAllText(Repository.File("packaging", "README.md")).ReplaceLineEndings("\n"), package.Text(package.Value("readme")!));
            Assert.Equal((128, 128), PngSize(package.Bytes(package.Value("icon")!)));
            Assert.Equal("MIT", package.Value("license"));
            Assert.InRange(package.Value("description")!.Length, 40, 400);
            Assert.Null(package.Value("projectUrl")); // none is known, and none is made up
        });

    [Fact]
    public void The_compiler_extensions_are_in_one_place_of_one_package()
    {
        string[] extensions = [.. feed.Packages.SelectMany(static package => package.Files.Where(static file => file.StartsWith("analyzers/", StringComparison.Ordinal)).Select(file => package.Id + ": " + file))];

        Assert.Equal(["HiveGen: analyzers/dotnet/cs/HiveGen.Analyzers.dll", "HiveGen: analyzers/dotnet/cs/HiveGen.CodeFixes.dll", "HiveGen: analyzers/dotnet/cs/HiveGen.Generator.dll"], extensions);
    }

    [Fact]
    public void Compiler_extensions_need_nothing_that_the_compiler_does_not_have()
    {
        PackageFile package = feed.Packages.Single(static package => package.Id == "HiveGen");
        string[] known = ["Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Workspaces", "Microsoft.CodeAnalysis.CSharp.Workspaces", "System.Collections.Immutable", "System.Composition.AttributedModel", "System.Memory", "netstandard"];

        foreach (string file in package.Files.Where(static file => file.EndsWith(".dll", StringComparison.Ordinal)))
        {
            using PEReader image = new(ImmutableArray.Create(package.Bytes(file)));
            MetadataReader metadata = image.GetMetadataReader();
            foreach (AssemblyReference reference in metadata.AssemblyReferences.Select(metadata.GetAssemblyReference))
            {
                string name = metadata.GetString(reference.Name);
                Assert.Contains(name, known);
                Assert.True(!name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) || reference.Version == new Version(4, 14, 0, 0), $"{file} needs {name} {reference.Version}: HiveGen.targets and HIVE0030 speak of 4.14");
                Assert.True(name != "Microsoft.CodeAnalysis.Workspaces" || file.EndsWith("HiveGen.CodeFixes.dll", StringComparison.Ordinal), file + " needs workspaces, which the command-line compiler does not have");
            }
        }
    }

    [Fact]
    public void Symbols_bring_every_source_with_them()
        => Assert.All(feed.Packages.Where(static package => package.Files.Any(static file => file.EndsWith(".dll", StringComparison.Ordinal) && file.StartsWith("lib/", StringComparison.Ordinal))), static package =>
        {
            PackageFile symbols = Assert.IsType<PackageFile>(package.Symbols);
            using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols.Bytes(symbols.Files.Single())));
            MetadataReader pdb = provider.GetMetadataReader();
            Guid embedded = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");
            Assert.NotEmpty(pdb.Documents);
            Assert.All(pdb.Documents, document => Assert.Contains(pdb.GetCustomDebugInformation(document), handle => pdb.GetGuid(pdb.GetCustomDebugInformation(handle).Kind) == embedded));
        });

    [ReleaseFact]
    public void No_file_holds_a_path_of_the_machine_that_packed()
    {
        byte[][] paths = [Encoding.UTF8.GetBytes(Repository.Root), Encoding.Unicode.GetBytes(Repository.Root)];
        foreach (PackageFile package in feed.Packages.SelectMany(static package => package.Symbols is null ? [package] : new[] { package, package.Symbols }))
        {
            Assert.All(package.Files, file => Assert.All(paths, path => Assert.True(package.Bytes(file).AsSpan().IndexOf(path) < 0, $"{package.Id}: {file}")));
        }
    }

    private static (int Width, int Height) PngSize(byte[] png)
        => png is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] ? (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))) : default;
}
