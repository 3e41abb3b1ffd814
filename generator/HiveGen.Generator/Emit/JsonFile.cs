using System.Collections.Generic;
using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis.Text;

namespace HiveGen.Generator.Emit;

/// <summary>The resolver of JSON metadata for everything generated in the assembly.</summary>
internal static class JsonFile
{
    private const string Meta = "global::System.Text.Json.Serialization.Metadata.";

    public static SourceText Write(AssemblySpec assembly, TypeSpec database)
    {
        using CodeWriter w = new();
        FileFrame.Begin(w, database);
        string name = database.Name + "Json";
        w.Summary("The JSON metadata of records, lists of them and sync bodies, without reflection. Immutable and thread-safe.");
        w.Open($"{database.Accessibility} sealed class {name} : {Meta}IJsonTypeInfoResolver");
        w.Open($"private {name}()");
        w.Close();
        w.Blank();
        w.Summary("The one resolver.");
        w.Line($"public static {name} Instance {{ get; }} = new();");
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Line($"public {Meta}JsonTypeInfo? GetTypeInfo(global::System.Type type, global::System.Text.Json.JsonSerializerOptions options)");
        w.Indent();
        HashSet<string> contexts = [];
        foreach (ModelRef model in assembly.Models)
        {
            foreach (string context in model.Contexts)
            {
                contexts.Add(context);
            }
        }

        List<string> sorted = [.. contexts];
        sorted.Sort(System.StringComparer.Ordinal);
        w.Line($"=> {database.FullName}.Schema.Json(type, options){(sorted.Count == 0 ? ";" : "")}");
        for (int i = 0; i < sorted.Count; i++)
        {
            w.Line($"?? (({Meta}IJsonTypeInfoResolver){sorted[i]}.Default).GetTypeInfo(type, options){(i == sorted.Count - 1 ? ";" : "")}");
        }

        w.Outdent();
        w.Close();
        FileFrame.End(w, database);
        return w.ToSourceText();
    }
}
