namespace HiveGen.Analyzers.Tests.Hooks;

public sealed class HookFixTests
{
    [Fact]
    public Task Hooks_are_marked() => Fixes.ExpectAsync(
        "HIVE0201",
        """
        [HiveModel] public sealed partial class A { }

        /// <summary>One.</summary>
        public sealed class One : A.Hooks { }

        namespace Inner
        {
            internal sealed class Two : A.Hooks
            {
            }
        }
        """,
        """
        [HiveModel] public sealed partial class A { }

        /// <summary>One.</summary>
        [HiveHooks]
        public sealed class One : A.Hooks { }

        namespace Inner
        {
            [HiveHooks]
            internal sealed class Two : A.Hooks
            {
            }
        }
        """);

    [Fact]
    public Task A_method_becomes_the_hook_it_was_meant_to_be() => Fixes.ExpectAsync(
        "HIVE0202",
        """
        [HiveModel] public sealed partial class A { }

        [HiveHooks]
        public sealed class H : A.Hooks
        {
            // Checks.
            public new ValueTask BeforeAdd(ABeforeAdd e) => default;

            ValueTask BeforeInsertAsync(AAdd e) => default;

            public ValueTask onAfterAdd(AAfterAdd e)
            {
                return default;
            }

            private async Task FollowingUpdate(AFollowingSet e) => await Task.Yield();
        }
        """.Replace("BeforeInsertAsync(AAdd e)", "OnInsertAsync(AAdd e)", StringComparison.Ordinal),
        """
        [HiveModel] public sealed partial class A { }

        [HiveHooks]
        public sealed class H : A.Hooks
        {
            // Checks.
            public override ValueTask BeforeAdd(ABeforeAdd e) => default;

            public override ValueTask Add(AAdd e) => default;

            public override ValueTask AfterAdd(AAfterAdd e)
            {
                return default;
            }

            public override async ValueTask FollowingSet(AFollowingSet e) => await Task.Yield();
        }
        """);

    [Theory]
    [InlineData("public void BeforeAddAsync(ABeforeAdd e) { }")]
    [InlineData("public Task BeforeAddAsync(ABeforeAdd e) => Task.CompletedTask;")]
    [InlineData("public ValueTask Set(ABeforeAdd e) => default;")]
    public async Task A_method_that_cannot_be_the_hook_as_it_is_has_no_fix(string method)
        => Assert.Null(await Fixes.FixFirstAsync("HIVE0202", $"[HiveModel] public sealed partial class A {{ }} [HiveHooks] public sealed class H : A.Hooks {{ {method} }}"));
}
