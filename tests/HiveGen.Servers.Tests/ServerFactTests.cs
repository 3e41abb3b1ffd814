using Xunit.Sdk;

namespace HiveGen.Servers.Tests;

/// <summary>What happens where a server is missing.</summary>
public sealed class ServerFactTests
{
    [Fact]
    public void What_is_missing_is_told_with_what_to_install()
    {
        Assert.Equal("'hivegen-nothing' was not found: install nothing-server.", Tool.MissingOf("hivegen-nothing", "nothing-server"));
        Assert.Null(Tool.MissingOf("dotnet", "dotnet-sdk"));
    }

    [Fact]
    public void A_missing_server_skips_unless_it_is_CI_which_may_only_skip_what_it_cannot_install()
    {
        bool ci = RequiresAttribute.IsContinuousIntegration;
        Assert.Equal(ci ? null : Nothing.Why, new RequiresAttribute<Nothing>().Missing);
        Assert.Equal(Nothing.Why, new RequiresAttribute<Nothing> { MaySkipInCI = true }.Missing);
    }

    [Fact]
    public void A_test_is_skipped_for_what_the_class_that_is_run_requires()
    {
        Assert.Equal(Nothing.Why, SkipReasonOf(typeof(Missing)));
        Assert.Null(SkipReasonOf(typeof(Present)));
    }

    [Fact]
    public async Task A_server_that_ends_while_it_starts_fails_with_what_it_wrote()
    {
        await using Failing server = new();
        InvalidOperationException failed = await Assert.ThrowsAsync<InvalidOperationException>(server.StartAsync);
        Assert.Contains("Failing ended while it was starting", failed.Message, StringComparison.Ordinal);
        Assert.Contains("no-such-command", failed.Message, StringComparison.Ordinal);
        Assert.False(server.Running);
    }

    private static string? SkipReasonOf(Type type)
    {
        TestCollection collection = new(new TestAssembly(Reflector.Wrap(type.Assembly)), null, "collection");
        TestMethod method = new(new TestClass(collection, Reflector.Wrap(type)), Reflector.Wrap(type.GetMethod("Test")!));
        return new ServerTestCase(new NullMessageSink(), TestMethodDisplay.Method, TestMethodDisplayOptions.None, method).SkipReason;
    }

    private sealed class Failing : TestServer
    {
        protected override ServerCommand Command() => new(Tool.Require("dotnet", "dotnet-sdk"), "no-such-command");
    }

    private sealed class Nothing : ITestServer
    {
        public const string Why = "there is none";

        public static string? Missing => Why;
    }

    // Abstract, so that it is not among the tests that are run.
    public abstract class Suite
    {
        [ServerFact]
        public void Test()
        {
        }
    }

    [Requires<Nothing>(MaySkipInCI = true)]
    private sealed class Missing : Suite;

    private sealed class Present : Suite;
}
