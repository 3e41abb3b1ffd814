using System.Collections.Generic;
using System.Linq;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>
/// Initialisers in the body of a positional record: they may depend on its parameters, so they run in a record that is made of the
/// values of the request. A constructor with code of its own is not run for it: it may refuse values in its own way.
/// </summary>
internal static class WirePositionalPart
{
    public static void EmitFills(CodeWriter w, ModelSpec model, List<PropertySpec> fields)
    {
        if (!IsNeeded(model, fields))
        {
            return;
        }

        // An update may lack a parameter; then there is no record to ask.
        string known = string.Join(" && ", Parameters(model).Where(static p => !p.IsLocal && !p.IsNullable).Select(static p => "r." + CSharpNames.Escape(p.Name) + ".Value is not null").DefaultIfEmpty("true"));
        w.Open($"if ({known})");
        w.Line($"{model.Type.FullName} fresh = NewRecord({string.Join(", ", Parameters(model).Select(p => Argument(model, p)))});");
        for (int i = 0; i < fields.Count; i++)
        {
            if (WireDefaultsPart.IsFresh(fields[i]))
            {
                WireDefaultsPart.EmitFill(w, fields[i], WireDefaultsPart.Initialised(model, fields[i], "fresh"));
            }
        }

        w.Close();
    }

    public static void EmitAccessor(CodeWriter w, ModelSpec model, List<PropertySpec> fields)
    {
        if (!IsNeeded(model, fields))
        {
            return;
        }

        w.Blank();
        w.Line("[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Constructor)]");
        string parameters = string.Join(", ", Parameters(model).Select(static p => Kinds.Type(p) + (p.IsNullable ? "? " : " ") + CSharpNames.Escape(p.Name)));
        w.Line($"private static extern {model.Type.FullName} NewRecord({parameters});");
    }

    public static bool IsNeeded(ModelSpec model, List<PropertySpec> fields) => model.HasPlainConstructor && fields.Any(WireDefaultsPart.IsFresh);

    private static IEnumerable<PropertySpec> Parameters(ModelSpec model)
    {
        for (int i = 0; i < model.Parameters.Count; i++)
        {
            yield return model.Properties[model.Parameters[i]];
        }
    }

    /// <summary>A parameter's value, of which the DTO has what leaves the Hive.</summary>
    private static string Argument(ModelSpec model, PropertySpec p)
    {
        if (p.IsLocal)
        {
            return Defaults.CSharp(p) ?? "default!";
        }

        string name = "r." + CSharpNames.Escape(p.Name) + ".Value";
        if (p.Link is null && !Kinds.IsJson(p))
        {
            return p.IsNullable || Kinds.IsWireReference(p) ? name + (p.IsNullable ? "" : "!") : name + ".Value";
        }

        if (p.IsNullable)
        {
            string some = "some" + p.Name;
            return $"{name} is {{ }} {some} ? {Typed(model, p, some)} : {Kinds.Null(p)}";
        }

        return Typed(model, p, Kinds.IsWireReference(p) ? name : name + ".Value");
    }

    private static string Typed(ModelSpec model, PropertySpec p, string value) => p.Kind switch
    {
        PropertyKind.Link => "new " + Kinds.Type(p) + "(" + value + ")",
        PropertyKind.Json => "global::HiveGen.Json.JsonText.Read(" + value + ".GetRawText(), " + model.Type.FullName + "." + Values.JsonInfo(p) + ")",
        PropertyKind.JsonNode => "global::HiveGen.Json.JsonText.ReadNode(" + value + ".GetRawText())",
        _ => value,
    };
}
