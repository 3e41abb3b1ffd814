using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The names of enums: how they are written, read and checked. Once an enum of the model.</summary>
internal static class EnumPart
{
    public static string Write(ModelSpec model, PropertySpec p) => "Schema.Write" + Owner(model, p);

    public static string Read(ModelSpec model, PropertySpec p) => "Schema.Read" + Owner(model, p);

    public static string IsDefined(ModelSpec model, PropertySpec p) => "Schema.Is" + Owner(model, p) + "Defined";

    public static string Names(ModelSpec model, PropertySpec p) => "Schema." + Owner(model, p) + "Names";

    public static void Emit(CodeWriter w, ModelSpec model)
    {
        foreach (PropertySpec p in model.Properties)
        {
            if (p.Enum is { } @enum && Owner(model, p) == p.Name)
            {
                Emit(w, model, p, @enum);
            }
        }
    }

    private static void Emit(CodeWriter w, ModelSpec model, PropertySpec p, EnumSpec @enum)
    {
        string names = "";
        foreach (string member in @enum.Members)
        {
            names += (names.Length == 0 ? "" : ", ") + member;
        }

        w.Blank();
        w.Line($"internal const string {p.Name}Names = {Literal.Text(names)};");
        w.Blank();
        w.Open($"internal static string Write{p.Name}({@enum.Type} value) => value switch");
        foreach (string member in @enum.Members)
        {
            w.Line($"{@enum.Type}.{CSharpNames.Escape(member)} => {Literal.Text(member)},");
        }

        w.Line($"_ => throw new global::System.ArgumentOutOfRangeException(nameof(value), value, \"{p.Name} must be one of \" + {p.Name}Names + \".\"),");
        w.Close("};");
        w.Blank();
        w.Open($"internal static {@enum.Type} Read{p.Name}(string text) => text switch");
        foreach (string member in @enum.Members)
        {
            w.Line($"{Literal.Text(member)} => {@enum.Type}.{CSharpNames.Escape(member)},");
        }

        foreach (string alias in @enum.Aliases)
        {
            w.Line($"{Literal.Text(alias)} => {@enum.Type}.{CSharpNames.Escape(alias)},");
        }

        w.Line($"_ => throw new global::HiveGen.HiveException(\"{model.Table}.{Columns.Name(p)} holds '\" + text + \"', which is none of \" + {p.Name}Names + \".\"),");
        w.Close("};");
        w.Blank();
        string test = "";
        foreach (string member in @enum.Members)
        {
            test += (test.Length == 0 ? "" : " or ") + @enum.Type + "." + CSharpNames.Escape(member);
        }

        w.Line($"internal static bool Is{p.Name}Defined({@enum.Type} value) => {(test.Length == 0 ? "false" : "value is " + test)};");
    }

    /// <summary>The first property of the same enum, after which its helpers are called.</summary>
    private static string Owner(ModelSpec model, PropertySpec p)
    {
        foreach (PropertySpec candidate in model.Properties)
        {
            if (candidate.Enum?.Type == p.Enum!.Type)
            {
                return candidate.Name;
            }
        }

        return p.Name;
    }
}
