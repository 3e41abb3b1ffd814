using System;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>Makes a record: constructor arguments first, then an initialiser for the rest.</summary>
internal static class Construction
{
    public static void Emit(CodeWriter w, string before, ModelSpec model, Func<PropertySpec, string> value, string? unmapped = null)
    {
        string arguments = "";
        foreach (int parameter in model.Parameters)
        {
            arguments += (arguments.Length == 0 ? "" : ", ") + value(model.Properties[parameter]);
        }

        w.Line($"{before}new {model.Type.FullName}({arguments})");
        w.Line("{");
        w.Indent();
        foreach (PropertySpec p in model.Properties)
        {
            if (IsInitialised(p))
            {
                w.Line($"{CSharpNames.Escape(p.Name)} = {value(p)},");
            }
        }

        foreach (string name in unmapped is null ? default : model.Unmapped)
        {
            w.Line($"{CSharpNames.Escape(name)} = {unmapped}.{CSharpNames.Escape(name)},");
        }

        w.Close("};");
    }

    /// <summary>Whether the initialiser must name it: C# wants a required property there even if a constructor sets it.</summary>
    public static bool IsInitialised(PropertySpec p) => !p.Has(PropertyTraits.Parameter) || p.Has(PropertyTraits.Required);
}
