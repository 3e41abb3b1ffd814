namespace HiveGen.Package.Tests;

/// <summary>The public members of every library are the approved ones: none comes, goes or changes unnoticed.</summary>
public sealed class ApiTests
{
    private static readonly string[] Names
        = [.. new[] { "schema", "runtime" }.SelectMany(static folder => Directory.GetDirectories(Repository.File(folder))).Select(static folder => Path.GetFileName(folder)!).Where(static name => name != "HiveGen").Order(StringComparer.Ordinal)];

    public static TheoryData<string> Libraries() => [.. Names];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void The_public_members_are_the_approved_ones(string library) => Approved.Match("Api", library, PublicApi.Of(library));

    [Fact]
    public void Nothing_is_approved_that_is_no_library() => Assert.Equal(Names, Approved.Names("Api"));
}
