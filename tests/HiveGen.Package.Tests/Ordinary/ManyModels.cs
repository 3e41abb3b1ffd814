using System.Text;

namespace HiveGen.Package.Tests;

/// <summary>The models of a large app: every kind of property in each, links from one to the next, hooks, and the models that other tests use.</summary>
internal static class ManyModels
{
    private static readonly string[] Types = ["required string", "string?", "bool", "int", "long?", "double", "decimal", "DateTimeOffset", "DateOnly?", "TimeSpan", "Guid", "byte[]?", "DayOfWeek", "TimeOnly", "ulong?"];

    public static IReadOnlyList<(string Name, string Text)> Sources(int count)
    {
        StringBuilder text = new("using System.ComponentModel.DataAnnotations;\nusing HiveGen;\nnamespace Many;\n");
        for (int i = 0; i < count; i++)
        {
            text.Append($"[HiveModel(Sync = \"model{i}\"), Index(nameof(P3), nameof(P6))]\npublic sealed partial class Model{i}\n{{\n    [Unique, StringLength(80, MinimumLength = 1)] public required string Key {{ get; set; }}\n");
            text.Append(i == 0 ? "" : $"    [Link(OnDelete = LinkAction.SetNull)] public Link<Model{i - 1}>? Up {{ get; set; }}\n");
            text.AppendJoin("", Types.Select(static (type, at) => $"    public {type} P{at} {{ get; set; }}\n"));
            text.Append("    [CreatedAt] public DateTimeOffset CreatedAt { get; set; }\n    [UpdatedAt] public DateTimeOffset UpdatedAt { get; set; }\n}\n");
            text.Append(i % 10 == 0 ? $"[HiveHooks]\npublic sealed class Hooks{i} : Model{i}.Hooks\n{{\n    public override ValueTask BeforeAdd(Model{i}BeforeAdd e) => default;\n}}\n" : "");
        }

        return [("Many.cs", text.ToString()), .. Directory.GetFiles(Repository.File("tests", "HiveGen.TestModels"), "*.cs").Select(static file => (Path.GetFileName(file), File.ReadAllText(file)))];
    }
}
