using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The statements that read a record by a unique key.</summary>
internal static class KeyPart
{
    public static void Emit(CodeWriter w, ModelSpec model)
    {
        foreach (KeySpec key in model.Keys)
        {
            if (!key.IsUnique)
            {
                continue;
            }

            string where = "";
            for (int i = 0; i < key.Properties.Count; i++)
            {
                where += (i == 0 ? "" : " AND ") + Columns.Quoted(model.Properties[key.Properties[i]]) + " = ?" + Columns.Number(i + 1);
            }

            w.Blank();
            w.Literal($"internal static readonly global::HiveGen.Storage.PreparedSql SelectBy{RecordsPart.KeyName(model, key)}Sql = Instance.Where(", where, ");");
        }
    }
}
