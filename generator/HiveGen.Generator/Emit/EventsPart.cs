using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The twelve typed events of a model's hooks.</summary>
internal static class EventsPart
{
    private const string R = "global::HiveGen.";

    public static void Emit(CodeWriter w, TypeSpec type, EmitContext context)
    {
        string record = type.FullName;
        foreach (string kind in HookNames.Kinds)
        {
            string types = kind == "Set" ? record + ", " + record + ".Changes" : record;
            foreach (string stage in HookNames.Stages)
            {
                bool isFollowing = stage == "Following";
                string lists = !isFollowing ? "" : kind switch
                {
                    "Add" => HooksPart.Records(record, "records"),
                    "Set" => HooksPart.Records(record, "records") + HooksPart.Records(record, "previousRecords"),
                    _ => HooksPart.Records(record, "previousRecords"),
                };
                string arguments = !isFollowing ? "" : kind switch { "Add" => ", records", "Set" => ", records, previousRecords", _ => ", previousRecords" };
                w.Blank();
                w.Summary($"The event of {stage}{kind} of {Literal.Xml(type.Name)}.");
                w.Open($"{type.Accessibility} sealed class {type.Name}{stage}{kind}({R}HookCall call, {R}{kind}Operation<{types}> query{lists}) : {R}{(isFollowing ? stage : "")}{kind}Event<{types}>(call, query{arguments})");
                w.Summary("The database.");
                w.Line($"{(context.IsDatabasePublic ? "public" : "internal")} {context.Database} Client => ({context.Database})Call.Database;");
                w.Close();
            }
        }
    }
}
