using System.Collections.Generic;
using System.Collections.Immutable;
using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis.Text;

namespace HiveGen.Generator.Emit;

/// <summary>The database class: one typed set a model, and the registry of models and hooks.</summary>
internal static class DatabaseFile
{
    private const string R = "global::HiveGen.";

    public static SourceText Write(AssemblySpec assembly, ImmutableArray<HooksSpec> hooks, TypeSpec database)
    {
        using CodeWriter w = new();
        string name = CSharpNames.Escape(database.Name);
        FileFrame.Begin(w, database);
        w.Summary("The app's database: an embedded SQLite file with one typed set a model. Thread-safe; one instance a file and process.");
        w.Open($"{database.Accessibility} sealed partial class {name} : {R}HiveDatabase");
        w.Open($"private {name}({R}HiveEngine engine) : base(engine)");
        foreach (ModelRef model in assembly.Models)
        {
            w.Line($"{CSharpNames.Escape(model.Plural)} = new {model.Type.Beside("Records")}(engine);");
        }

        w.Close();
        foreach (ModelRef model in assembly.Models)
        {
            w.Blank();
            w.Summary($"The records of {Literal.Xml(model.Type.Name)}.");
            w.Line($"{(model.Type.IsVisible ? "public" : "internal")} {model.Type.Beside("Records")} {CSharpNames.Escape(model.Plural)} {{ get; }}");
        }

        EmitSchema(w, assembly, hooks);
        w.Blank();
        w.Summary("Opens the Hive without a host.");
        w.Line("/// <param name=\"options\">Where the file is, and how it is opened.</param>");
        w.Line("/// <exception cref=\"global::HiveGen.HiveException\">The file cannot be opened as a Hive.</exception>");
        w.Line($"public static {name} Open({R}HiveOptions options) => new({R}HiveEngine.Open(Schema, options));");
        w.Blank();
        w.Line($"internal static {name} Create({R}HiveEngine engine) => new(engine);");
        w.Close();
        FileFrame.End(w, database);
        return w.ToSourceText();
    }

    /// <summary>Hooks of models of this assembly, in the order of their names, which is the order in which they run.</summary>
    public static List<HooksSpec> Own(AssemblySpec assembly, ImmutableArray<HooksSpec> hooks)
    {
        HashSet<string> models = [];
        foreach (ModelRef model in assembly.Models)
        {
            models.Add(model.Type.FullName);
        }

        List<HooksSpec> own = [];
        foreach (HooksSpec candidate in hooks)
        {
            if (models.Contains(candidate.Model))
            {
                own.Add(candidate);
            }
        }

        own.Sort(static (left, right) => string.CompareOrdinal(left.Type, right.Type));
        return own;
    }

    private static void EmitSchema(CodeWriter w, AssemblySpec assembly, ImmutableArray<HooksSpec> hooks)
    {
        w.Blank();
        w.Summary("Every model and hook of this assembly. The models with a sync name are what the router allows.");
        w.Line($"public static {R}HiveSchema Schema {{ get; }} = new(");
        w.Indent();
        w.Line("[");
        w.Indent();
        foreach (ModelRef model in assembly.Models)
        {
            w.Line($"{model.Type.FullName}.Schema.Instance,{(model.Sync is null ? "" : " // " + model.Sync)}");
        }

        w.Close("],");
        w.Line("[");
        w.Indent();
        foreach (HooksSpec own in Own(assembly, hooks))
        {
            string points = own.Points.Count == 0 ? R + "HookPoints.None" : "";
            foreach (string point in own.Points)
            {
                points += (points.Length == 0 ? "" : " | ") + R + "HookPoints." + point;
            }

            w.Line($"{R}HookRegistration.For<{own.Type}, {own.Model}, {own.Model}.Changes>({points}, static services => global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<{own.Type}>(services)),");
        }

        w.Close("]);");
        w.Outdent();
    }
}
