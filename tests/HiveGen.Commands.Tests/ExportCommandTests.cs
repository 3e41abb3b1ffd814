using HiveGen.Export;

namespace HiveGen.Tests;

public sealed class ExportCommandTests : IDisposable
{
    private readonly CommandApp app = new(new Several());

    [Theory]
    [InlineData]
    [InlineData("run")]
    [InlineData("--hive", "export")]
    [InlineData("serve", "hive", "export")]
    public async Task An_app_that_was_asked_for_something_else_runs_as_ever(params string[] args)
    {
        Assert.Null(await app.RunAsync(args));
        Assert.Equal("", app.Output + app.Error);
    }

    [Fact]
    public async Task Without_a_name_it_lists_what_there_is()
    {
        Assert.Equal(0, await app.RunAsync("hive", "export"));
        string[] names = [.. app.Output.Split('\n').Skip(1).Where(static line => line.Length > 0).Select(static line => line.Trim().Split(' ')[0])];
        Assert.Equal(["er", "hive", "json-schema", "several", "sqlite"], names);
    }

    [Fact]
    public async Task A_single_file_is_printed_as_it_is()
    {
        Assert.Equal(0, await app.RunAsync("hive", "export", "ER"));
        Assert.Equal(Assert.Single(app.Export("er")).Content, app.Output);
        Assert.Equal("", app.Error);
    }

    [Fact]
    public async Task Files_are_written_into_a_folder_over_earlier_ones()
    {
        string old = app.File("out/deep/two.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(old)!);
        await File.WriteAllTextAsync(old, "older and longer than the new one");
        Assert.Equal(0, await app.RunAsync("hive", "export", "several", "-o", app.File("out")));
        Assert.Equal("ü\n"u8.ToArray(), await File.ReadAllBytesAsync(app.File("out/one.txt")));
        Assert.Equal("two\nlines\n", await File.ReadAllTextAsync(old));
        Assert.Equal($"{app.File("out/one.txt")}\n{Path.Combine(app.File("out"), "deep", "two.txt")}\n", app.Output);
    }

    [Fact]
    public async Task Several_files_need_a_folder()
    {
        Assert.Equal(1, await app.RunAsync("hive", "export", "several"));
        Assert.Equal("", app.Output);
        Assert.Equal("'several' is 2 files: name a folder for them, hive export several -o <folder>.\n", app.Error);
    }

    [Fact]
    public async Task What_is_not_there_is_told_with_what_is()
    {
        Assert.Equal(1, await app.RunAsync("hive", "export", "oracle"));
        Assert.Equal("", app.Output);
        Assert.StartsWith("There is no export 'oracle'. There are: er, hive, json-schema, several, sqlite.", app.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hive")]
    [InlineData("hive", "exprt")]
    [InlineData("hive", "export", "er", "--wrong")]
    public async Task A_command_that_is_none_is_an_error(params string[] args)
    {
        Assert.Equal(1, await app.RunAsync(args));
        Assert.NotEqual("", app.Error);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told_in_a_line()
    {
        await File.WriteAllTextAsync(app.File("file"), "");
        Assert.Equal(1, await app.RunAsync("hive", "export", "several", "-o", app.File("file/below")));
        Assert.Contains("file", app.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", app.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_opened_so_that_it_works_beside_the_running_app()
    {
        Assert.Equal(0, await app.RunAsync("hive", "export", "hive"));
        Assert.False(File.Exists(app.HivePath));
    }

    [Theory]
    [InlineData("../up.sql")]
    [InlineData("a/../../up.sql")]
    [InlineData("/rooted.sql")]
    [InlineData("a\\b.sql")]
    [InlineData("a//b.sql")]
    [InlineData(" ")]
    public void A_file_outside_of_its_folder_is_refused(string path) => Assert.Throws<ArgumentException>(() => new ExportFile(path, ""));

    public void Dispose() => app.Dispose();

    private sealed class Several : IHiveExport
    {
        public string Name => "several";

        public string Description => "two files";

        public IReadOnlyList<ExportFile> Export(HiveSchema schema) => [new("one.txt", "ü"), new("deep/two.txt", "two\r\nlines\n\n")];
    }
}
