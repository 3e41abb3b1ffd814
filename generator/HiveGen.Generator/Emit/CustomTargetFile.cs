using System.Collections.Immutable;
using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis.Text;

namespace HiveGen.Generator.Emit;

/// <summary>The base of the app's own targets: one typed upsert and one delete method for every synced model.</summary>
internal static class CustomTargetFile
{
    private const string T = "global::HiveGen.Targets.";
    private const string Task = "global::System.Threading.Tasks.ValueTask";
    private const string List = "global::System.Collections.Generic.IReadOnlyList<";
    private const string Token = "global::System.Threading.CancellationToken";

    public static SourceText Write(AssemblySpec assembly, ImmutableArray<TargetSpec> targets, AppSpec app)
    {
        using CodeWriter w = new();
        FileFrame.Header(w, "");
        w.Open($"namespace {app.Namespace}");
        EmitBase(w, assembly);
        w.Blank();
        EmitRegistration(w, targets);
        w.Close();
        foreach (TargetSpec target in targets)
        {
            w.Blank();
            EmitTarget(w, target, app);
        }

        return w.ToSourceText();
    }

    private static void EmitBase(CodeWriter w, AssemblySpec assembly)
    {
        w.Summary("The base of custom targets: what is not implemented does not compile.");
        w.Open($"public abstract class HiveCustomTarget : {T}CustomTarget");
        w.Summary("A target of this name.");
        w.Line("/// <param name=\"name\">The name.</param>");
        w.Open("protected HiveCustomTarget(string name) : base(name)");
        w.Close();
        foreach (ModelRef model in assembly.Models)
        {
            if (model.Sync is null)
            {
                continue;
            }

            string access = model.Type.IsVisible ? "public" : "internal";
            w.Blank();
            w.Summary($"Writes records of <c>{model.Sync}</c>: whole, and over an older version only. Sending a batch again must be harmless.");
            w.Line($"{access} abstract {Task} Upsert{model.Plural}Async({List}{T}Versioned<{model.Type.Beside("Sync")}>> batch, {Token} cancellationToken);");
            w.Blank();
            w.Summary($"Removes records of <c>{model.Sync}</c> over an older version only.");
            w.Line($"{access} abstract {Task} Delete{model.Plural}Async({List}{T}DeletedRecord> batch, {Token} cancellationToken);");
        }

        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Open($"protected override {Task} UpsertAsync({T}SyncModel model, {List}{T}SyncItem> items, {Token} cancellationToken) => model.Name switch");
        EmitCases(w, assembly, "Upsert", static model => "Records<" + model.Type.Beside("Sync") + ">(items)");
        w.Close("};");
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Open($"protected override {Task} DeleteAsync({T}SyncModel model, {List}{T}SyncItem> items, {Token} cancellationToken) => model.Name switch");
        EmitCases(w, assembly, "Delete", static _ => "Deletes(items)");
        w.Close("};");
        w.Close();
    }

    private static void EmitCases(CodeWriter w, AssemblySpec assembly, string verb, System.Func<ModelRef, string> batch)
    {
        foreach (ModelRef model in assembly.Models)
        {
            if (model.Sync is not null)
            {
                w.Line($"{Literal.Text(model.Sync)} => {verb}{model.Plural}Async({batch(model)}, cancellationToken),");
            }
        }

        w.Line("_ => throw Unknown(model),");
    }

    private static void EmitRegistration(CodeWriter w, ImmutableArray<TargetSpec> targets)
    {
        w.Summary("Adds this project's custom targets.");
        w.Open("public static class HiveCustomTargets");
        foreach (TargetSpec target in targets)
        {
            w.Summary($"Adds the target <c>{Literal.Xml(target.Name)}</c>, made by dependency injection.");
            w.Line("/// <param name=\"hive\">What AddHive configures.</param>");
            w.Line($"public static global::HiveGen.HiveBuilder Add{target.Type.Name}(this global::HiveGen.HiveBuilder hive)");
            w.Indent();
            w.Line($"=> hive.AddTarget({Literal.Text(target.Name)}, static services => global::Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<{target.Type.FullName}>(services));");
            w.Outdent();
            w.Blank();
        }

        w.Close();
    }

    private static void EmitTarget(CodeWriter w, TargetSpec target, AppSpec app)
    {
        TypeSpec type = target.Type;
        if (type.Namespace.Length > 0)
        {
            w.Open($"namespace {type.Namespace}");
        }

        foreach (ContainerSpec container in type.Containers)
        {
            w.Open($"partial {container.Keyword} {CSharpNames.Escape(container.Name)}");
        }

        w.Summary($"The base of the target <c>{Literal.Xml(target.Name)}</c>.");
        w.Open($"{type.Accessibility} abstract class {type.Name}Base : global::{app.Namespace}.HiveCustomTarget");
        w.Summary("The target.");
        w.Open($"protected {type.Name}Base() : base({Literal.Text(target.Name)})");
        w.Close();
        w.Close();
        w.Blank();
        w.Open($"partial {type.Keyword} {CSharpNames.Escape(type.Name)} : {type.Beside("Base")}");
        w.Close();
        FileFrame.End(w, type);
        if (type.Namespace.Length > 0)
        {
            w.Close();
        }
    }
}
