namespace HiveGen.Analyzers.Tests.Hooks;

public sealed class HookRuleTests
{
    private const string Model = """
        [HiveModel] public sealed partial class A { public int Number { get; set; } }
        public sealed class Holder { public int Result => 1; public void Wait() { } }
        public abstract class Base : A.Hooks { protected static Task<int> Work() => Task.FromResult(1); protected static Task Nothing() => Task.Delay(1); }

        """;

    [Fact]
    public Task Hooks_that_are_not_marked_never_run() => Findings.ExpectAsync("HIVE0201", Model + """
        public sealed class [|Forgotten|] : A.Hooks { }
        public abstract class Shared : A.Hooks { }
        [HiveHooks] public sealed class Marked : Shared { }
        public sealed class [|Late|] : Shared { }
        public sealed class Other { }
        """);

    [Fact]
    public Task A_method_that_was_meant_to_be_a_hook_is_told() => ExpectEach(
        "HIVE0202",
        static (method, i) => $"[HiveHooks] public sealed class H{i} : A.Hooks {{ {method} }}",
        [
            "public new ValueTask [|BeforeAdd|](ABeforeAdd e) => default;",
            "public ValueTask [|OnBeforeAdd|](ABeforeAdd e) => default;",
            "public ValueTask [|BeforeAddAsync|](ABeforeAdd e) => default;",
            "public ValueTask [|beforeAdd|](ABeforeAdd e) => default;",
            "public ValueTask [|BeforAdd|](ABeforeAdd e) => default;",
            "public ValueTask [|BeforeInsert|](ABeforeAdd e) => default;",
            "public ValueTask [|AfterUpdate|](AAfterSet e) => default;",
            "private ValueTask [|OnFollowingDelete|](AFollowingRemove e) => default;",
            "public ValueTask [|Set|](ABeforeSet e) => default;",
            "public void [|Add|]() { }",
            "public override ValueTask BeforeAdd(ABeforeAdd e) => default;",
            "private static void Check(ABeforeAdd e) { }",
            "private static void Add(int number) { }",
            "public void Prepare(ABeforeAdd e) { }",
            "public ValueTask BeforeAddressChanges() => default;",
        ]);

    [Fact]
    public Task A_hook_that_blocks_is_told() => ExpectEach(
        "HIVE0203",
        static (statements, i) => $"[HiveHooks] public sealed class H{i} : Base {{ public override async ValueTask BeforeAdd(ABeforeAdd e) {{ await Task.Yield(); {statements} }} }}",
        [
            "int n = Work().[|Result|];",
            "Nothing().[|Wait|]();",
            "Nothing().[|Wait|](10);",
            "Thread.[|Sleep|](1);",
            "Task.[|WaitAll|](Nothing());",
            "Nothing().GetAwaiter().[|GetResult|]();",
            "_ = new ValueTask<int>(1).[|Result|];",
            "Task<int> t = Work(); Action late = () => Console.WriteLine(t.[|Result|]);",
            "Task<int> t = Work(); if (e.MultipleRecords) { await t; } _ = t.[|Result|];",
            "Task<int> t = Work(); await t; t = Work(); _ = t.[|Result|];",
            "Task<int> t = Work(); await t; _ = t.Result;",
            "Task<int> t = Work(); await Task.WhenAll(t, Nothing()); if (e.MultipleRecords) { _ = t.Result; }",
            "Task<int> t = Work(); int n = await t; t.Wait();",
            "await Task.Delay(1);",
            "int n = new Holder().Result; new Holder().Wait();",
        ]);

    [Fact]
    public Task Code_that_is_no_hook_may_block() => Findings.ExpectAsync("HIVE0203", Model + "public static class Other { public static void Run(Task<int> t) { _ = t.Result; t.Wait(); Thread.Sleep(1); } }");

    [Fact]
    public Task WaitUntil_on_work_that_has_ended_is_told() => ExpectEach(
        "HIVE0204",
        static (statements, i) => $"[HiveHooks] public sealed class H{i} : Base {{ public override async ValueTask FollowingAdd(AFollowingAdd e) {{ await Task.Yield(); {statements} }} }}",
        [
            "Task t = Nothing(); await t; e.WaitUntil([|t|]);",
            "Task t = Nothing(); await t.ConfigureAwait(false); e.WaitUntil([|t|]);",
            "Task<int> t = Work(); int n = await t; e.WaitUntil([|t|]);",
            "e.WaitUntil([|Task.CompletedTask|]);",
            "e.WaitUntil([|Task.FromResult(await Work())|]);",
            "e.WaitUntil(Nothing());",
            "Task t = Nothing(); e.WaitUntil(t); await t;",
            "Task t = Nothing(); await Work(); e.WaitUntil(t);",
            "Task t = Nothing(); await t; t = Nothing(); e.WaitUntil(t);",
        ]);

    /// <summary>Each case in a class of its own, all in one app.</summary>
    private static Task ExpectEach(string id, Func<string, int, string> wrap, string[] cases) => Findings.ExpectAsync(id, Model + string.Join('\n', cases.Select(wrap)));
}
