using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp;

namespace HiveGen.Generator.Tests;

/// <summary>Properties of every type in every form, freshly generated, compiled and run: what is stored comes back.</summary>
public sealed class EveryTypeTests
{
    private static readonly (string Type, string Value)[] Types =
    [
        ("string", "\"a'b\""), ("bool", "true"), ("byte", "255"), ("sbyte", "-128"), ("short", "-32768"), ("ushort", "65535"), ("int", "-5"), ("uint", "4294967295"), ("long", "long.MinValue"), ("ulong", "9223372036854775807"),
        ("float", "1.5f"), ("double", "-2.25"), ("decimal", "3.1234m"), ("DateTime", "DateTime.UnixEpoch.AddDays(1)"), ("DateTimeOffset", "DateTimeOffset.UnixEpoch.AddDays(2)"),
        ("DateOnly", "new DateOnly(2026, 1, 2)"), ("TimeOnly", "new TimeOnly(1, 2, 3)"), ("TimeSpan", "TimeSpan.FromMinutes(-3)"), ("Guid", "Guid.Parse(\"abcdef01-2345-6789-abcd-ef0123456789\")"),
        ("byte[]", "new byte[] { 1, 2 }"), ("State", "State.Two"), ("Link<X>", "\"x_1\""), ("System.Text.Json.Nodes.JsonNode", "new System.Text.Json.Nodes.JsonArray(1)"),
    ];

    [Theory]
    [InlineData("class")]
    [InlineData("record")]
    [InlineData("positional record")]
    public async Task Every_type_comes_back_in_every_form(string kind)
    {
        (CSharpCompilation output, _) = GeneratorHarness.RunClean(GeneratorHarness.Compile("#pragma warning disable CS8618\n" + Source(kind)));
        await using EmittedApp app = new(output, "Tests.App.Hive");

        await app.RunAsync("App.Probe", "Run");

        object[] stored = Read(app, "Stored");
        object[] found = Read(app, "Found");
        Assert.Equal(2, stored.Length);
        for (int i = 0; i < stored.Length; i++)
        {
            foreach (PropertyInfo property in stored[i].GetType().GetProperties().Where(static property => property.GetIndexParameters().Length == 0 && property.Name != "EqualityContract"))
            {
                object? expected = property.GetValue(stored[i]);
                object? actual = property.GetValue(found[i]);
                Assert.True(Same(expected, actual), $"{property.Name} was {expected ?? "null"} and is {actual ?? "null"}");
            }
        }
    }

    private static object[] Read(EmittedApp app, string property) => [.. ((IEnumerable)app.Assembly.GetType("App.Probe", throwOnError: true)!.GetProperty(property)!.GetValue(null)!).Cast<object>()];

    private static bool Same(object? left, object? right)
        => left is JsonNode node ? JsonNode.DeepEquals(node, right as JsonNode) : left is byte[] bytes ? right is byte[] other && bytes.AsSpan().SequenceEqual(other) : Equals(left, right);

    /// <summary>A model with a plain, a nullable, a required and an initialised property of each type, and two records of it: one full, one as empty as can be.</summary>
    private static string Source(string kind)
    {
        string json(string type) => type.EndsWith("JsonNode", StringComparison.Ordinal) ? "[JsonColumn] " : "";
        string members = string.Concat(Types.Select((t, i) => $"{json(t.Type)}public {t.Type}? N{i} {{ get; set; }} {(kind == "positional record" || t.Type.StartsWith("Link", StringComparison.Ordinal) ? "" : $"{json(t.Type)}public required {t.Type} R{i} {{ get; {(i % 2 == 0 ? "set" : "init")}; }} {json(t.Type)}public {t.Type} D{i} {{ get; set; }} = {t.Value}; ")} "));
        string head = kind == "positional record" ? "(" + string.Join(", ", Types.Select((t, i) => $"{(json(t.Type).Length > 0 ? "[property: JsonColumn] " : "")}{t.Type}? P{i}")) + ", string Last = \"x\")" : "";
        string full = string.Join(", ", Types.Select((t, i) => $"N{i} = {(t.Type.StartsWith("Link", StringComparison.Ordinal) ? "null" : t.Value)}"));
        string required = kind == "positional record" ? "" : string.Join(", ", Types.Select((t, i) => t.Type.StartsWith("Link", StringComparison.Ordinal) ? "" : $"R{i} = {t.Value}").Where(static part => part.Length > 0)) + ", ";
        string arguments(bool isFull) => kind == "positional record" ? "(" + string.Join(", ", Types.Select(t => isFull && !t.Type.StartsWith("Link", StringComparison.Ordinal) ? t.Value : "null")) + ")" : "()";
        return $$"""
            namespace App;
            public enum State { One, Two = 2 }
            [HiveModel(Sync = "xs")] public sealed partial {{kind.Split(' ')[^1]}} X{{head}} { {{members}} }
            public static class Probe
            {
                public static List<X> Stored { get; } = [];
                public static List<X> Found { get; } = [];

                public static async Task Run(global::Tests.App.Hive hive)
                {
                    Stored.Add(await hive.Xes.AddAsync(new X{{arguments(true)}} { {{required}}{{full}} }));
                    Stored.Add(await hive.Xes.AddAsync(new X{{arguments(false)}} { {{required.TrimEnd(' ', ',')}} }));
                    foreach (X x in Stored)
                    {
                        Found.Add(hive.Xes.Get(x.Id)!);
                    }
                }
            }
            """;
    }
}
