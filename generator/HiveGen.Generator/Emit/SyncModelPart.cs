using System.Collections.Generic;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The synced side of a model: its fields, its reads, its validation.</summary>
internal static class SyncModelPart
{
    private const string R = "global::HiveGen.";
    private const string T = "global::HiveGen.Targets.";
    private const string Record = T + "SyncRecord";

    public static void Emit(CodeWriter w, ModelSpec model, EmitContext context)
    {
        List<PropertySpec> fields = SyncFields.Of(model);
        string name = model.Type.Name + "SyncModel";
        w.Blank();
        w.Summary($"How {Literal.Xml(model.Type.Name)} is synced.");
        w.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        w.Open($"{model.Type.Accessibility} sealed class {name} : {T}SyncModel");
        EmitStatements(w, model);
        w.Summary("The one instance.");
        w.Line($"public static {name} Instance {{ get; }} = new();");
        EmitFacts(w, model, context);
        FieldPart.Emit(w, fields);
        FieldsPart.Emit(w, model, fields);
        EmitIds(w, model);
        WirePart.Emit(w, model, fields);
        w.Close();
    }

    private static void EmitStatements(CodeWriter w, ModelSpec model)
    {
        string columns = Columns.List(model, syncedOnly: true);
        w.Literal("private const string SelectSql = ", "SELECT " + columns + " FROM \"" + model.Table + "\" ", ";");
        w.Line($"private static readonly {R}Storage.PreparedSql SelectByIdSql = new(SelectSql + \"WHERE \\\"id\\\" = ?1\");");
        w.Line($"private static readonly {R}Storage.PreparedSql SelectFirstSql = new(SelectSql + \"ORDER BY \\\"id\\\" LIMIT ?1\");");
        w.Line($"private static readonly {R}Storage.PreparedSql SelectAfterSql = new(SelectSql + \"WHERE \\\"id\\\" > ?1 ORDER BY \\\"id\\\" LIMIT ?2\");");
        w.Blank();
    }

    private static void EmitFacts(CodeWriter w, ModelSpec model, EmitContext context)
    {
        SchemaPart.Fact(w, "string", "Name", Literal.Text(model.Sync!));
        SchemaPart.Fact(w, "string", "ModelName", Literal.Text(model.Type.Name));
        SchemaPart.Fact(w, "global::System.Type", "RecordType", "typeof(" + model.Type.Beside("Sync") + ")");
        SchemaPart.Fact(w, "global::System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver", "Json", context.Database + "Json.Instance");
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Line($"public override global::System.Collections.Generic.IReadOnlyList<object> Mappings {{ get; }} = [{Mappings(model, context)}];");
        SchemaPart.Fact(w, R + "Storage.PreparedSql", "SelectById", "SelectByIdSql");
        SchemaPart.Fact(w, R + "Storage.PreparedSql", "SelectFirst", "SelectFirstSql");
        SchemaPart.Fact(w, R + "Storage.PreparedSql", "SelectAfter", "SelectAfterSql");
    }

    private static string Mappings(ModelSpec model, EmitContext context)
    {
        string list = "";
        foreach (string adapter in context.Adapters)
        {
            if (Adapter.Of(adapter).Map is { } map)
            {
                list += (list.Length == 0 ? "new " : ", new ") + model.Type.Beside(map) + "()";
            }
        }

        return list;
    }

    private static void EmitIds(CodeWriter w, ModelSpec model)
    {
        string cast = "((" + model.Type.Beside("Sync") + ")record).Id";
        PropertyKind kind = model.Id.Kind;
        string idOf = kind == PropertyKind.Text ? R + "SqlValue.From(" + cast + ")"
            : cast + " is { } id ? " + BindPart.IdOf(model.Id, "id") + " : " + R + "SqlValue.Null";
        string set = kind switch
        {
            PropertyKind.Text => "id.Text",
            PropertyKind.Guid => "id.Text is { } text ? global::System.Guid.Parse(text) : null",
            _ => "id.IsNull ? null : id.Int64",
        };
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Line($"public override {R}SqlValue IdOf({Record} record) => {idOf};");
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Line($"public override void SetId({Record} record, in {R}SqlValue id) => {cast} = {set};");
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Line($"public override bool TryParseId(string recordId, out {R}SqlValue id) => {R}Json.WireId.TryParse{kind.ToString()}(recordId, out id);");
    }
}
