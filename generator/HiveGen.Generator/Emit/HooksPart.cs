using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The base class of a model's hooks: twelve methods, and the calls of the runtime that reach them.</summary>
internal static class HooksPart
{
    private const string R = "global::HiveGen.";
    private const string Task = "global::System.Threading.Tasks.ValueTask";

    /// <summary>The class without its members, which is what a model has until a class of hooks derives from it.</summary>
    public static void Declare(CodeWriter w, ModelSpec model)
    {
        w.Blank();
        w.Summary("The base of this model's hooks: derive a class marked <c>[HiveHooks]</c> from it and override what you need.");
        w.Line($"public abstract partial class Hooks : {R}ModelHooks<{model.Type.FullName}, Changes>;");
    }

    public static void Emit(CodeWriter w, TypeSpec type)
    {
        string record = type.FullName;
        w.Open("partial class Hooks");
        foreach (string kind in HookNames.Kinds)
        {
            foreach (string stage in HookNames.Stages)
            {
                w.Summary(HookNames.When(stage, kind));
                w.Line($"public virtual {Task} {stage}{kind}({type.Beside(stage + kind)} e) => default;");
                w.Blank();
            }
        }

        foreach (string kind in HookNames.Kinds)
        {
            string operation = kind == "Set" ? $"SetOperation<{record}, Changes>" : kind + "Operation<" + record + ">";
            string lists = kind switch
            {
                "Add" => Records(record, "records"),
                "Set" => Records(record, "records") + Records(record, "previousRecords"),
                _ => Records(record, "previousRecords"),
            };
            string arguments = kind switch { "Add" => "records", "Set" => "records, previousRecords", _ => "previousRecords" };
            w.Line("/// <inheritdoc/>");
            w.Open($"protected override {Task} Run{kind}({R}HookStage stage, {R}HookCall call, {R}{operation} query) => stage switch");
            w.Line($"{R}HookStage.Before => Before{kind}(new(call, query)),");
            w.Line($"{R}HookStage.During => {kind}(new(call, query)),");
            w.Line($"_ => After{kind}(new(call, query)),");
            w.Close("};");
            w.Blank();
            w.Line("/// <inheritdoc/>");
            w.Line($"protected override {Task} RunFollowing{kind}({R}HookCall call, {R}{operation} query{lists}) => Following{kind}(new(call, query, {arguments}));");
            w.Blank();
        }

        w.Close();
    }

    public static string Records(string record, string name) => ", global::System.Collections.Generic.IReadOnlyList<" + record + "> " + name;
}
