using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The base class of a model's hooks.</summary>
internal static class HooksPart
{
    private const string R = "global::HiveGen.";
    private const string Task = "global::System.Threading.Tasks.ValueTask";

    public static void Emit(CodeWriter w, ModelSpec model)
    {
        string record = model.Type.FullName;
        w.Blank();
        w.Summary("The base of this model's hooks: override what you need, the rest costs nothing.");
        w.Open($"public abstract class Hooks : {R}ModelHooks<{record}, Changes>");
        foreach (string kind in HookNames.Kinds)
        {
            foreach (string stage in HookNames.Stages)
            {
                w.Summary(HookNames.When(stage, kind));
                w.Line($"public virtual {Task} {stage}{kind}({Event(model, stage, kind)} e) => default;");
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

    public static string Event(ModelSpec model, string stage, string kind) => model.Type.Beside(stage + kind);

    public static string Records(string record, string name) => ", global::System.Collections.Generic.IReadOnlyList<" + record + "> " + name;
}
