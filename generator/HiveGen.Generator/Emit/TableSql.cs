using System.Collections.Generic;
using System.Text;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The table and its indexes as SQL.</summary>
internal static class TableSql
{
    public static string Create(ModelSpec model)
    {
        StringBuilder text = new("CREATE TABLE ");
        text.Append(Columns.Quote(model.Table)).Append(" (\n");
        string separator = "  ";
        foreach (PropertySpec p in model.Properties)
        {
            text.Append(separator).Append(Definition(p));
            separator = ",\n  ";
        }

        foreach (string check in model.Checks)
        {
            text.Append(separator).Append("CHECK (").Append(OneLine(check)).Append(')');
        }

        return text.Append("\n) STRICT").ToString();
    }

    /// <summary>A column as it stands in CREATE TABLE.</summary>
    public static string Definition(PropertySpec p)
    {
        string name = Columns.Quoted(p);
        if (p.IsId)
        {
            return name + (p.Kind == PropertyKind.Int64 ? " INTEGER PRIMARY KEY AUTOINCREMENT" : " TEXT NOT NULL PRIMARY KEY");
        }

        StringBuilder text = new(name);
        text.Append(' ').Append(Kinds.SqlType(p)).Append(p.IsNullable ? "" : " NOT NULL");
        if (Defaults.Sql(p) is { } value)
        {
            text.Append(" DEFAULT ").Append(value);
        }

        if (p.Link is { } link)
        {
            text.Append(" REFERENCES ").Append(Columns.Quote(link.Table)).Append(" (\"id\") ON DELETE ")
                .Append(link.OnDelete switch { "Cascade" => "CASCADE", "SetNull" => "SET NULL", _ => "RESTRICT" })
                .Append(" ON UPDATE RESTRICT");
        }

        return text.Append(p.Kind switch
        {
            PropertyKind.Bool => " CHECK (" + name + " IN (0, 1))",
            _ when Kinds.IsJson(p) => " CHECK (json_valid(" + name + "))",
            _ => "",
        }).ToString();
    }

    /// <summary>Every index by name: the user's, and one a link that no other index begins with.</summary>
    public static List<(KeySpec Key, string Name, string Sql)> Indexes(ModelSpec model)
    {
        List<(KeySpec, string, string)> indexes = [];
        foreach (KeySpec key in model.Keys)
        {
            indexes.Add(Index(model, key));
        }

        for (int i = 0; i < model.Properties.Count; i++)
        {
            if (model.Properties[i].Link is not null && !IsCovered(model, i))
            {
                indexes.Add(Index(model, new KeySpec(false, new(new[] { i }))));
            }
        }

        return indexes;
    }

    private static bool IsCovered(ModelSpec model, int property)
    {
        foreach (KeySpec key in model.Keys)
        {
            if (key.Properties[0] == property)
            {
                return true;
            }
        }

        return false;
    }

    private static (KeySpec Key, string Name, string Sql) Index(ModelSpec model, KeySpec key)
    {
        StringBuilder name = new(model.Table);
        StringBuilder columns = new();
        foreach (int property in key.Properties)
        {
            name.Append('_').Append(Columns.Name(model.Properties[property]));
            columns.Append(columns.Length == 0 ? "" : ", ").Append(Columns.Quoted(model.Properties[property]));
        }

        name.Append(key.IsUnique ? "_unique" : "");
        string sql = (key.IsUnique ? "CREATE UNIQUE INDEX \"" : "CREATE INDEX \"") + name + "\" ON \"" + model.Table + "\" (" + columns + ")";
        return (key, name.ToString(), sql);
    }

    private static string OneLine(string sql) => sql.Replace("\r", "").Replace('\n', ' ').Trim();
}
