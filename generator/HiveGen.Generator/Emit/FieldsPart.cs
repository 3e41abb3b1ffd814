using System.Collections.Generic;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The way of a sync DTO's fields out of a stored row and into a sink: one short line a field, for every adapter at once.</summary>
internal static class FieldsPart
{
    private const string T = "global::HiveGen.Targets.";

    public static void Emit(CodeWriter w, ModelSpec model, List<PropertySpec> fields)
    {
        string dto = model.Type.Beside("Sync");
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Line($"public override {T}SyncRecord Create() => new {dto}();");
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Open($"public override {T}SyncRecord Read({T}FieldSource row) => new {dto}");
        for (int i = 0; i < fields.Count; i++)
        {
            // At a target every field but the id may be null: what an update brought there before its create did.
            w.Line($"{CSharpNames.Escape(fields[i].Name)} = {Load(model, fields[i], Columns.Number(i))},");
        }

        w.Close("};");
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Open($"public override void Write({T}SyncRecord record, {T}FieldSink sink)");
        w.Line($"{dto} r = ({dto})record;");
        for (int i = 0; i < fields.Count; i++)
        {
            EmitWrite(w, model, fields[i], Columns.Number(i));
        }

        w.Close();
    }

    private static string Load(ModelSpec model, PropertySpec p, string field) => p.Stored switch
    {
        PropertyKind.Bool => "row.Bool(" + field + ")",
        PropertyKind.Int64 => "row.Int64(" + field + ")",
        PropertyKind.Byte or PropertyKind.SByte or PropertyKind.Int16 or PropertyKind.UInt16 or PropertyKind.Int32 or PropertyKind.UInt32 or PropertyKind.UInt64
            => "checked((" + Kinds.Type(p.Stored) + "?)row.Int64(" + field + "))",
        PropertyKind.Single => "(float?)row.Double(" + field + ")",
        PropertyKind.Double => "row.Double(" + field + ")",
        PropertyKind.Decimal => "row.Decimal(" + field + ", " + Columns.Number(p.Scale) + ")",
        PropertyKind.DateTime or PropertyKind.DateTimeOffset or PropertyKind.TimeOnly or PropertyKind.TimeSpan => "row.Read" + p.Stored + "(" + field + ")",
        PropertyKind.DateOnly => "row.Date(" + field + ")",
        PropertyKind.Guid => "row.Guid(" + field + ")",
        PropertyKind.Blob => "row.Blob(" + field + ")",
        PropertyKind.Enum => "row.Enum(" + field + ") is { } name" + field + " ? " + model.Type.FullName + "." + EnumPart.Read(model, p) + "(name" + field + ") : null",
        PropertyKind.Json or PropertyKind.JsonElement or PropertyKind.JsonNode => "row.Json(" + field + ")",
        _ => "row.Text(" + field + ")",
    };

    private static void EmitWrite(CodeWriter w, ModelSpec model, PropertySpec p, string field)
    {
        string value = "r." + CSharpNames.Escape(p.Name);
        switch (p.Stored)
        {
            case PropertyKind.Decimal:
                w.Line($"sink.Write({field}, {value}, {p.Scale});");
                break;
            case PropertyKind.Enum:
                w.Line($"sink.WriteEnum({field}, {value} is {{ }} some{field} ? {model.Type.FullName}.{EnumPart.Write(model, p)}(some{field}) : null);");
                break;
            default:
                w.Line($"sink.Write({field}, {value});");
                break;
        }
    }
}
