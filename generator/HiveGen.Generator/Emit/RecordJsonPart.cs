using System.Collections.Generic;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The JSON metadata of a record and of what belongs to it: lists, enums, the DTO.</summary>
internal static class RecordJsonPart
{
    private const string Info = "global::System.Text.Json.Serialization.Metadata.JsonTypeInfo";

    public static void Emit(CodeWriter w, ModelSpec model)
    {
        string record = model.Type.FullName;
        w.Blank();
        w.Open($"internal static {Info}? Json(global::System.Type type, global::System.Text.Json.JsonSerializerOptions options)");
        w.Line($"if (type == typeof({record})) return MakeRecordInfo(options);");
        if (model.IsSynced)
        {
            w.Line($"if (type == typeof({model.Type.Beside("Sync")})) return {model.Type.Beside("SyncModel")}.Instance.JsonInfo<{model.Type.Beside("Sync")}>(options);");
        }

        HashSet<string> enums = [];
        foreach (PropertySpec p in model.Properties)
        {
            if (p.Enum is not null && enums.Add(p.Enum.Type))
            {
                w.Line($"if ({JsonPropertyPart.Metadata}Enum<{p.Enum.Type}>(type, options) is {{ }} info{p.Name}) return info{p.Name};");
            }
        }

        w.Line($"return {JsonPropertyPart.Metadata}Collection<{record}>(type, options);");
        w.Close();
        EmitRecord(w, model, record);
    }

    private static void EmitRecord(CodeWriter w, ModelSpec model, string record)
    {
        List<PropertySpec> given = [];
        bool needsParameters = false;
        foreach (PropertySpec p in model.Properties)
        {
            bool isGiven = p.Has(PropertyTraits.Required | PropertyTraits.Init | PropertyTraits.Parameter);
            needsParameters |= isGiven;
            if (isGiven && !p.IsLocal)
            {
                given.Add(p);
            }
        }

        // Methods and not lambdas: the compiler would bind a lambda, and those inside it, once more for each way to read it.
        w.Blank();
        w.Line($"private static {Info}<{record}> MakeRecordInfo(global::System.Text.Json.JsonSerializerOptions options)");
        w.Indent();
        w.Line($"=> {JsonPropertyPart.Metadata}Object<{record}>(options, MakeRecord, {(needsParameters ? "RecordParameters, " : "")}RecordProperties);");
        w.Outdent();
        w.Blank();
        if (needsParameters)
        {
            EmitCreate(w, model, record, given);
            EmitParameters(w, given);
        }
        else
        {
            w.Line($"private static {record} MakeRecord() => new {record}();");
        }

        EmitProperties(w, model, given);
    }

    private static void EmitParameters(CodeWriter w, List<PropertySpec> given)
    {
        const string type = "global::System.Text.Json.Serialization.Metadata.JsonParameterInfoValues[]";
        w.Blank();
        w.Line($"private static {type} RecordParameters() => new {type}");
        w.Line("{");
        w.Indent();
        for (int i = 0; i < given.Count; i++)
        {
            PropertySpec p = given[i];
            string value = p.Has(PropertyTraits.Initialised) && Defaults.CSharp(p) is { } constant ? ", " + constant : "";
            w.Line($"{JsonPropertyPart.Metadata}Parameter<{Kinds.ValueTypeOrNull(p)}>(\"{p.Name}\", {i}, {Literal.Bool(p.IsNullable)}, {Literal.Bool(!p.Has(PropertyTraits.Parameter))}{value}),");
        }

        w.Close("};");
    }

    private static void EmitCreate(CodeWriter w, ModelSpec model, string record, List<PropertySpec> given)
    {
        string arguments = "";
        foreach (int parameter in model.Parameters)
        {
            arguments += (arguments.Length == 0 ? "" : ", ") + Argument(model.Properties[parameter], given);
        }

        string members = "";
        foreach (PropertySpec p in model.Properties)
        {
            if (Construction.IsInitialised(p) && (given.Contains(p) || p.Has(PropertyTraits.Required)))
            {
                members += (members.Length == 0 ? " { " : ", ") + CSharpNames.Escape(p.Name) + " = " + Argument(p, given);
            }
        }

        w.Line($"private static {record} MakeRecord(object?[] a) => new {record}({arguments}){(members.Length == 0 ? "" : members + " }")};");
    }

    private static string Argument(PropertySpec p, List<PropertySpec> given)
    {
        int index = given.IndexOf(p);
        return index < 0 ? "default!" : FromWire(p, "((" + Kinds.ValueTypeOrNull(p) + ")a[" + Columns.Number(index) + "]!)");
    }

    /// <summary>The property's value of what JSON gave: a link of its id.</summary>
    private static string FromWire(PropertySpec p, string value)
    {
        if (p.Link is null)
        {
            return value;
        }

        string type = Kinds.Type(p);
        return p.IsNullable ? value + " is { } id" + p.Name + " ? new " + type + "(id" + p.Name + ") : " + Kinds.Null(p)
            : p.Stored == PropertyKind.Text ? "new " + type + "(" + value + " ?? \"\")"
            : "new " + type + "(" + value + ")";
    }

    private static void EmitProperties(CodeWriter w, ModelSpec model, List<PropertySpec> given)
    {
        const string type = "global::System.Text.Json.Serialization.Metadata.JsonPropertyInfo[]";
        w.Blank();
        w.Line($"private static {type} RecordProperties(global::HiveGen.Json.HiveJsonProperties<{model.Type.FullName}> p) => new {type}");
        w.Line("{");
        w.Indent();
        foreach (PropertySpec p in model.Properties)
        {
            if (p.IsLocal)
            {
                continue;
            }

            string name = "r." + CSharpNames.Escape(p.Name);
            string get = p.Link is null ? name : p.IsNullable ? name + "?.Id" : name + ".Id";
            string set = given.Contains(p) ? "null" : "static (r, v) => " + name + " = " + FromWire(p, "v");
            string? converter = p.Kind == PropertyKind.TimeSpan ? p.IsNullable ? "NullableDuration" : "Duration" : null;
            JsonPropertyPart.Emit(w, p, get, set, Defaults.IsRequired(p) && !p.IsId, converter);
        }

        w.Close("};");
    }
}
