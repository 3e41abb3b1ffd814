using System.Collections.Generic;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The statements that read a record by a unique key. The constructor makes them: an initialiser each would cost an app's compiler more.</summary>
internal static class KeyPart
{
    public static void Declare(CodeWriter w, ModelSpec model)
    {
        foreach (KeySpec key in Unique(model))
        {
            w.Line($"internal readonly global::HiveGen.Storage.PreparedSql {Name(model, key)};");
            w.Blank();
        }
    }

    public static void Assign(CodeWriter w, ModelSpec model)
    {
        foreach (KeySpec key in Unique(model))
        {
            string where = "";
            for (int i = 0; i < key.Properties.Count; i++)
            {
                where += (i == 0 ? "" : " AND ") + Columns.Quoted(model.Properties[key.Properties[i]]) + " = ?" + Columns.Number(i + 1);
            }

            w.Line($"{Name(model, key)} = Where({Literal.Text(where)});");
        }
    }

    /// <summary>The field of the statement.</summary>
    public static string Name(ModelSpec model, KeySpec key) => "SelectBy" + RecordsPart.KeyName(model, key) + "Sql";

    private static List<KeySpec> Unique(ModelSpec model)
    {
        List<KeySpec> unique = [];
        foreach (KeySpec key in model.Keys)
        {
            if (key.IsUnique)
            {
                unique.Add(key);
            }
        }

        return unique;
    }
}
