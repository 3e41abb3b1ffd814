using HiveGen.Docs.Tests.Pages;

namespace HiveGen.Docs.Tests.Walks;

/// <summary>The pages that tell a reader what to type, typed.</summary>
public sealed class WalkTests
{
    private const string Tutorial = "docs/tutorial.md";

    [Fact]
    public Task The_readme_does_what_it_says() => RunAsync("README.md", null, static _ => true);

    [Fact]
    public Task The_tutorial_does_what_it_says() => RunAsync(Tutorial, null, static fence => fence.Heading != PostgresWalkTests.Heading);

    [Theory]
    [InlineData("README.md")]
    [InlineData(Tutorial)]
    public void Every_block_is_run_compared_or_compiled(string name)
        => Assert.All(new Page(name).Fences(), static fence => Assert.True(
            Walk.Knows(fence) || fence.Language == "csharp" || fence.Mark == "picture",
            $"{fence} is neither C#, nor sh, nor marked 'output', 'log' or 'picture'."));

    internal static async Task RunAsync(string name, PostgresServer? postgres, Func<Fence, bool> isWanted)
    {
        await using Shell shell = new();
        if (postgres is not null)
        {
            shell.Psql = async sql =>
            {
                try
                {
                    return await postgres.SqlAsync(sql);
                }
                catch (InvalidOperationException e)
                {
                    return e.Message; // no such table yet: psql says so, and the reader looks again
                }
            };
            shell.Environment["DATABASE_URL"] = postgres.Url;
        }

        await new Walk(new Page(name), shell).RunAsync(isWanted);
    }
}
