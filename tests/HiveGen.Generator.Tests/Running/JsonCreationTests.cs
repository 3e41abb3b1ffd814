namespace HiveGen.Generator.Tests;

/// <summary>Records made of JSON whose properties can only be given when a record is made.</summary>
public sealed class JsonCreationTests
{
    private const string Source = """
        using System.Text.Json;
        namespace App;

        public enum Kind { A, B }

        [HiveModel]
        public sealed partial class Setting
        {
            public required string Key { get; init; }
            public string Plan { get; init; } = "free";
            public int Level { get; init; } = 3;
            public Kind Kind { get; init; } = Kind.B;
            public string? Note { get; init; }
        }

        [HiveModel]
        public sealed partial record Town(string Name, string? Nick, int Rank = 5);

        public static class Probe
        {
            public static Task Defaults(Tests.App.Hive hive)
            {
                Check(Read<Setting>("{'key':'k'}") is { Key: "k", Plan: "free", Level: 3, Kind: Kind.B, Note: null });
                Check(Read<Setting>("{'key':'k','plan':'big','level':0,'kind':'A','note':'n'}") is { Plan: "big", Level: 0, Kind: Kind.A, Note: "n" });
                Check(Read<Town>("{'name':'t'}") is { Name: "t", Nick: null, Rank: 5 });
                Check(Read<Town>("{'name':'t','rank':0}") is { Rank: 0 });
                return Task.CompletedTask;
            }

            public static Task Nulls(Tests.App.Hive hive)
            {
                JsonSerializerOptions strict = new() { TypeInfoResolver = Tests.App.HiveJson.Instance, RespectNullableAnnotations = true };
                Check(Read<Setting>("{'key':'k','note':null}", strict) is { Note: null });
                Refused<Setting>("{'key':null}", strict);
                Refused<Setting>("{'key':'k','plan':null}", strict);
                Refused<Town>("{'name':null}", strict);
                return Task.CompletedTask;
            }

            public static Task Requirements(Tests.App.Hive hive)
            {
                JsonSerializerOptions strict = new() { TypeInfoResolver = Tests.App.HiveJson.Instance, RespectRequiredConstructorParameters = true };
                Check(Read<Setting>("{'key':'k'}", strict) is { Note: null });
                Refused<Setting>("{'plan':'free'}", strict);
                Refused<Town>("{'name':'t'}", strict);
                Check(Read<Town>("{'name':'t','nick':null}", strict) is { Nick: null, Rank: 5 });
                return Task.CompletedTask;
            }

            private static T? Read<T>(string json, JsonSerializerOptions? options = null)
                => JsonSerializer.Deserialize<T>(json.Replace('\'', '"'), options ?? new JsonSerializerOptions { TypeInfoResolver = Tests.App.HiveJson.Instance });

            private static void Refused<T>(string json, JsonSerializerOptions options, [System.Runtime.CompilerServices.CallerLineNumber] int line = 0)
            {
                bool refused = false;
                try
                {
                    Read<T>(json, options);
                }
                catch (JsonException)
                {
                    refused = true;
                }

                Check(refused, line);
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

    [Theory]
    [InlineData("Defaults")]
    [InlineData("Nulls")]
    [InlineData("Requirements")]
    public async Task Json_leaves_out_and_gives_what_C_sharp_would(string probe)
    {
        await using EmittedApp app = new(GeneratorHarness.RunClean(GeneratorHarness.Compile(Source)).Output, "Tests.App.Hive");
        await app.RunAsync("App.Probe", probe);
    }
}
