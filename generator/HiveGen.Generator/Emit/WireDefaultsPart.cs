using System.Collections.Generic;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>What a create over the wire may leave out and the list of fields does not say: initialisers that are no constants, read off a fresh record.</summary>
internal static class WireDefaultsPart
{
    public static bool IsNeeded(ModelSpec model, List<PropertySpec> fields) => NeedsFresh(model, fields) || WirePositionalPart.IsNeeded(model, fields);

    public static void Emit(CodeWriter w, ModelSpec model, List<PropertySpec> fields, string dto)
    {
        bool needsFresh = NeedsFresh(model, fields);
        w.Line("/// <inheritdoc/>");
        w.Open("public override void FillDefaults(global::HiveGen.Targets.SyncRecord record, global::System.DateTimeOffset now)");
        w.Line("base.FillDefaults(record, now);");
        w.Line($"{dto} r = ({dto})record;");
        if (needsFresh)
        {
            w.Line($"{model.Type.FullName}? fresh = null;");
            for (int i = 0; i < fields.Count; i++)
            {
                if (IsFresh(fields[i]))
                {
                    EmitFill(w, fields[i], Initialised(model, fields[i], "(fresh ??= NewRecord())"));
                }
            }
        }

        WirePositionalPart.EmitFills(w, model, fields);
        w.Close();
        WirePositionalPart.EmitAccessor(w, model, fields);
        if (needsFresh)
        {
            // The accessor runs the initialisers alone: no setter of a required property sees a value that nobody gave.
            w.Blank();
            w.Line("[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Constructor)]");
            w.Line($"private static extern {model.Type.FullName} NewRecord();");
        }
    }

    private static bool NeedsFresh(ModelSpec model, List<PropertySpec> fields) => model.Parameters.Count == 0 && fields.Exists(IsFresh);

    public static void EmitFill(CodeWriter w, PropertySpec p, string value)
        => w.Line($"if (!r.{CSharpNames.Escape(p.Name)}.IsGiven) r.{CSharpNames.Escape(p.Name)} = {value};");

    /// <summary>Whether only a fresh record knows the value: an initialiser in the body that is no constant.</summary>
    public static bool IsFresh(PropertySpec p)
        => p.Has(PropertyTraits.Initialised) && !p.Has(PropertyTraits.Parameter | PropertyTraits.CreatedAt | PropertyTraits.UpdatedAt) && !p.IsId && Defaults.CSharp(p) is null;

    /// <summary>What a fresh record has, as the DTO holds it.</summary>
    public static string Initialised(ModelSpec model, PropertySpec p, string fresh)
    {
        string value = fresh + "." + CSharpNames.Escape(p.Name);
        if (p.Link is not null)
        {
            return value + (p.IsNullable ? "?.Id" : ".Id");
        }

        if (p.Kind is not (PropertyKind.Json or PropertyKind.JsonNode))
        {
            return value;
        }

        bool mayBeNull = p.IsNullable || Kinds.IsReference(p);
        string some = mayBeNull ? "some" + p.Name : value;
        string text = p.Kind == PropertyKind.JsonNode ? "Write(" + some + ")" : "Write(" + some + ", " + model.Type.FullName + "." + Values.JsonInfo(p) + ")";
        string element = "global::HiveGen.Json.JsonText.ReadElement(global::HiveGen.Json.JsonText." + text + ")";
        return mayBeNull ? value + " is { } " + some + " ? " + element + " : null" : element;
    }
}
