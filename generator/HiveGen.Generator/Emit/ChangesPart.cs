using System.Collections.Generic;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The changes of a set: one assignment a column. They are fields, because a property with its two accessors costs an app's compiler three times as much.</summary>
internal static class ChangesPart
{
    private const string R = "global::HiveGen.";

    public static void Emit(CodeWriter w, ModelSpec model)
    {
        w.Blank();
        w.Summary("What a set changes: the properties that are given, no others. The id cannot be changed.");
        w.Open($"public sealed class Changes : {R}Changes<{model.Type.FullName}>");
        foreach (PropertySpec p in model.Properties)
        {
            if (!p.IsId)
            {
                w.Summary($"A new value for <c>{p.Name}</c>.");
                w.Line($"public {R}Assign<{Kinds.ValueTypeOrNull(p)}> {CSharpNames.Escape(p.Name)};");
                w.Blank();
            }
        }

        w.Line("/// <inheritdoc/>");
        w.Open($"public override void WriteTo({R}ChangeWriter writer)");
        for (int i = 1; i < model.Properties.Count; i++)
        {
            PropertySpec p = model.Properties[i];
            w.Line($"writer.{Write(p)}({i}, {Own(p)}{Argument(p)});");
        }

        w.Close();
        EmitClone(w, model);
        w.Close();
    }

    private static string Write(PropertySpec p) => Kinds.IsBuiltIn(p) ? Kinds.Accessor(p) : $"Put<{Kinds.ValueTypeOrNull(p)}>";

    private static string Argument(PropertySpec p)
        => !Kinds.IsBuiltIn(p) ? ", " + Values.Codec(p)
        : p.Stored == PropertyKind.Decimal ? ", " + Columns.Number(p.Scale)
        : "";

    /// <summary>Most have nothing that could be changed behind the caller's back: the base class copies them.</summary>
    private static void EmitClone(CodeWriter w, ModelSpec model)
    {
        List<PropertySpec> mutable = [];
        foreach (PropertySpec p in model.Properties)
        {
            if (!p.IsId && Values.IsMutable(p))
            {
                mutable.Add(p);
            }
        }

        if (mutable.Count == 0)
        {
            return;
        }

        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Open($"public override {R}Changes<{model.Type.FullName}> Clone()");
        w.Line("Changes copy = (Changes)base.Clone();");
        foreach (PropertySpec p in mutable)
        {
            string name = Own(p);
            w.Line($"if ({name} is {{ IsSet: true, IsExpression: false }}) copy.{CSharpNames.Escape(p.Name)} = new({Values.Copy(p, name + ".Value")});");
        }

        w.Line("return copy;");
        w.Close();
    }

    /// <summary>The field of a property, told from a parameter that may be called the same: those begin with a small letter.</summary>
    public static string Own(PropertySpec p) => char.IsLower(p.Name[0]) ? "this." + CSharpNames.Escape(p.Name) : CSharpNames.Escape(p.Name);
}
