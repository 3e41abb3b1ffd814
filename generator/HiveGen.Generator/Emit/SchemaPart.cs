using System.Collections.Generic;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The schema class of a model: its SQL and the way between its rows and records.</summary>
internal static class SchemaPart
{
    private const string R = "global::HiveGen.";
    private const string ReadOnlyList = "global::System.Collections.Generic.IReadOnlyList<";

    public static void Emit(CodeWriter w, ModelSpec model)
    {
        w.Blank();
        w.Summary("The table of this model as SQL, and the way between its rows and records.");
        w.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        w.Open($"public sealed class Schema : {R}HiveModel<{model.Type.FullName}>");
        SqlPart.Emit(w, model);
        EmitFacts(w, model);
        EmitLists(w, model);
        PreparePart.Emit(w, model);
        BindPart.Emit(w, model);
        ReadPart.Emit(w, model);
        EnumPart.Emit(w, model);
        CheckPart.Emit(w, model);
        RecordJsonPart.Emit(w, model);
        w.Close();
    }

    public static void Fact(CodeWriter w, string type, string name, string value)
    {
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Line($"public override {type} {name} => {value};");
    }

    private static void EmitFacts(CodeWriter w, ModelSpec model)
    {
        Fact(w, "string", "Name", Literal.Text(model.Type.Name));
        Fact(w, "string", "Table", Literal.Text(model.Table));
        Fact(w, "string", "CreateTable", "CreateTableSql");
        Fact(w, R + "Storage.PreparedSql", "Insert", "InsertSql");
        Fact(w, "string", "Select", "SelectSql");
        Fact(w, R + "Storage.PreparedSql", "SelectById", "SelectByIdSql");
        Fact(w, R + "Storage.PreparedSql", "DeleteById", "DeleteByIdSql");
        Fact(w, R + "Targets.SyncModel?", "Sync", model.IsSynced ? model.Type.Beside("SyncModel") + ".Instance" : "null");
        if (model.Id.Kind == PropertyKind.Int64)
        {
            Fact(w, "bool", "AssignsId", "true");
        }

        if (model.Former.Count > 0)
        {
            Fact(w, ReadOnlyList + "string>", "FormerTables", Names(model.Former));
        }
    }

    private static string Names(EquatableArray<string> names)
    {
        string text = "";
        foreach (string name in names)
        {
            text += (text.Length == 0 ? "\"" : ", \"") + name + "\"";
        }

        return "[" + text + "]";
    }

    private static void EmitLists(CodeWriter w, ModelSpec model)
    {
        Open(w, R + "HiveColumn", "Columns");
        foreach (PropertySpec p in model.Properties)
        {
            string role = p.IsId ? "Id" : p.Has(PropertyTraits.CreatedAt) ? "CreatedAt" : p.Has(PropertyTraits.UpdatedAt) ? "UpdatedAt" : "Value";
            bool isSynced = model.IsSynced && !p.IsLocal;
            w.Line($"new {R}HiveColumn(\"{Columns.Name(p)}\", \"{p.Name}\", {R}SqlKind.{Kinds.SqlKind(p)}, {Literal.Bool(p.IsNullable)}, {R}ColumnRole.{role}, {Literal.Bool(isSynced)}, \"{ColumnTypes.Of(p)}\"){(p.Former.Count == 0 ? "" : " { FormerNames = " + Names(p.Former) + " }")},");
        }

        w.Close("};");
        List<string> indexes = [];
        foreach ((string name, string sql) in TableSql.Indexes(model))
        {
            indexes.Add($"new {R}SchemaObject(\"{name}\", {Literal.Text(sql)}),");
        }

        EmitList(w, R + "SchemaObject", "Indexes", indexes);
        List<string> triggers = [];
        foreach ((string constant, _, string name, _) in SqlPart.Triggers(model))
        {
            triggers.Add($"new {R}SchemaObject(\"{name}\", {constant}Sql),");
        }

        EmitList(w, R + "SchemaObject", "Triggers", triggers);
        List<string> links = [];
        foreach (PropertySpec p in model.Properties)
        {
            if (p.Link is { } link)
            {
                links.Add($"new {R}ModelLink(\"{Columns.Name(p)}\", \"{link.Table}\", {R}LinkAction.{link.OnDelete}),");
            }
        }

        EmitList(w, R + "ModelLink", "Links", links);
    }

    /// <summary>A list, which the base class has empty.</summary>
    private static void EmitList(CodeWriter w, string type, string name, List<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        Open(w, type, name);
        foreach (string line in lines)
        {
            w.Line(line);
        }

        w.Close("};");
    }

    private static void Open(CodeWriter w, string type, string name)
    {
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Line($"public override {ReadOnlyList}{type}> {name} {{ get; }} = new {type}[]");
        w.Line("{");
        w.Indent();
    }
}
