using System.Collections.Generic;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>What the router does with a DTO: merge, defaults, validation.</summary>
internal static class WirePart
{
    private const string Record = "global::HiveGen.Targets.SyncRecord";
    private const string Operation = "global::HiveGen.Targets.SyncOperation";

    public static void Emit(CodeWriter w, ModelSpec model, List<PropertySpec> fields)
    {
        string dto = model.Type.Beside("Sync");
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Open($"public override void Merge({Record} into, {Record} given)");
        w.Line($"{dto} target = ({dto})into, source = ({dto})given;");
        for (int i = 0; i < fields.Count; i++)
        {
            string name = CSharpNames.Escape(fields[i].Name);
            w.Line($"if (source.Given.Has({i})) target.{name} = source.{name};");
        }

        w.Close();
        WireDefaultsPart.Emit(w, model, fields, dto);
        EmitValidate(w, model, fields, dto);
    }

    private static void EmitValidate(CodeWriter w, ModelSpec model, List<PropertySpec> fields, string dto)
    {
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Open($"public override void Validate({Record} record, {Operation} operation, ref global::HiveGen.Violations violations)");
        w.Line($"{dto} r = ({dto})record;");
        w.Line($"bool create = operation == {Operation}.Create;");
        for (int i = 0; i < fields.Count; i++)
        {
            PropertySpec p = fields[i];
            bool isRequired = Defaults.IsRequired(p);
            string given = (isRequired ? "create || r.Given.Has(" : "r.Given.Has(") + Columns.Number(i) + ")";
            string name = "r." + CSharpNames.Escape(p.Name);
            string field = Literal.Text(p.JsonName);
            bool isTyped = p.Kind == PropertyKind.Json;
            bool isChecked = isTyped || (CheckPart.Has(p) && p.Kind != PropertyKind.JsonNode);
            string check = isTyped
                ? $"global::HiveGen.Json.JsonText.Check(ref violations, {field}, {name}, {model.Type.FullName}.{Values.JsonInfo(p)});"
                : $"{model.Type.FullName}.Schema.Check{p.Name}(ref violations, {field}, {name});";
            bool mayBeNull = p.IsNullable && !p.Has(PropertyTraits.RequiredAttribute);
            bool needsValue = !mayBeNull && !CheckPart.RefusesNull(p);
            if (needsValue)
            {
                w.Line($"if ({(isRequired ? "(" + given + ")" : given)} && {name} is null) violations.Add({field}, \"is required.\");");
            }

            if (isChecked)
            {
                w.Line($"{(needsValue ? "else if" : "if")} ({given}) {check}");
            }
        }

        w.Close();
    }
}
