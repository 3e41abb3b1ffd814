namespace HiveGen.Generator.Tests;

/// <summary>Members that are no columns: hooks of an add see them, and nothing of them is stored.</summary>
public sealed class UnmappedTests
{
    private const string Source = """
        using System.ComponentModel.DataAnnotations.Schema;
        namespace App;

        [HiveModel]
        public sealed partial class Login
        {
            public string? Hash { get; set; }
            [NotMapped] public string? Password { get; set; }
            [NotMapped] public int Attempts { get; init; }
            [NotMapped] public string Shown => "x" + Hash;
        }

        [HiveHooks]
        public sealed class LoginHooks : Login.Hooks
        {
            public override ValueTask BeforeAdd(LoginBeforeAdd e)
            {
                foreach (Login login in e.Records)
                {
                    login.Hash = login.Password + login.Attempts;
                }

                return default;
            }

            public override void Get(ReadEvent<Login> e) => e.Narrow(((Tests.App.Hive)e.Database).Logins.Columns.Hash != "hidden0");
        }

        public static class Probe
        {
            public static async Task Run(Tests.App.Hive hive)
            {
                Login given = new() { Password = "secret", Attempts = 3 };
                Login stored = await hive.Logins.AddAsync(given);
                Check(stored is { Hash: "secret3", Password: null, Attempts: 0 } && given.Hash is null);
                Check(hive.Logins.Get(stored.Id) is { Hash: "secret3", Password: null });
                await hive.Logins.AddAsync(new Login { Password = "hidden" });
                Check(hive.Logins.All().ToList().Count == 1 && hive.Logins.All().Count() == 2);
            }

            private static void Check(bool condition, [System.Runtime.CompilerServices.CallerLineNumber] int line = 0)
            {
                if (!condition)
                {
                    throw new InvalidOperationException("Not so in line " + line);
                }
            }
        }
        """;

    [Fact]
    public async Task Hooks_see_members_that_are_no_columns_and_hooks_of_reads_are_found()
    {
        await using EmittedApp app = new(GeneratorHarness.RunClean(GeneratorHarness.Compile(Source)).Output, "Tests.App.Hive");
        await app.RunAsync("App.Probe", "Run");
    }
}
