using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The typed client of a model.</summary>
internal static class RecordsPart
{
    public static void Emit(CodeWriter w, ModelSpec model)
    {
        string record = model.Type.FullName;
        string key = Kinds.Type(model.Id.Kind);
        w.Blank();
        w.Summary($"The records of {Literal.Xml(model.Type.Name)}. Thread-safe.");
        w.Open($"{model.Type.Accessibility} sealed class {model.Type.Name}Records : global::HiveGen.RecordSet<{record}, {key}, {record}.Columns, {record}.Changes>");
        w.Open($"internal {model.Type.Name}Records(global::HiveGen.HiveEngine engine) : base(engine, new {record}.Columns())");
        w.Close();
        int number = 0;
        foreach (KeySpec unique in model.Keys)
        {
            if (unique.IsUnique)
            {
                EmitGetBy(w, model, unique, number++);
            }
        }

        w.Close();
    }

    /// <summary><c>AAndB</c>, as in <c>GetByAAndB</c>.</summary>
    public static string KeyName(ModelSpec model, KeySpec key)
    {
        string name = "";
        foreach (int property in key.Properties)
        {
            name += (name.Length == 0 ? "" : "And") + model.Properties[property].Name;
        }

        return name;
    }

    private static void EmitGetBy(CodeWriter w, ModelSpec model, KeySpec key, int number)
    {
        string parameters = "";
        string arguments = "";
        string columns = "";
        foreach (int index in key.Properties)
        {
            PropertySpec p = model.Properties[index];
            string name = CSharpNames.Escape(p.JsonName);
            string separator = parameters.Length == 0 ? "" : ", ";
            parameters += separator + Kinds.ValueType(p) + " " + name;
            columns += separator + "<c>" + p.Name + "</c>";
            arguments += ", " + Values.Encode(model, p, name);
        }

        string record = model.Type.FullName;
        w.Blank();
        w.Summary($"The record with this {columns}; null when there is none.");
        w.Line($"public {record}? GetBy{KeyName(model, key)}({parameters}) => GetByKey({number}{arguments});");
    }
}
