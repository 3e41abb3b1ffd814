using System.Text;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>Names and lists of columns in SQL.</summary>
internal static class Columns
{
    /// <summary>The column, unquoted.</summary>
    public static string Name(PropertySpec p) => p.Column;

    /// <summary>The column, quoted.</summary>
    public static string Quoted(PropertySpec p) => Quote(Name(p));

    public static string Quote(string name) => "\"" + name + "\"";

    /// <summary>The index of the property's column.</summary>
    public static int IndexOf(ModelSpec model, PropertySpec p)
    {
        int index = 0;
        while (!ReferenceEquals(model.Properties[index], p))
        {
            index++;
        }

        return index;
    }

    public static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary><c>?1, ?2, …</c></summary>
    public static string Parameters(int first, int count)
    {
        StringBuilder text = new();
        for (int i = 0; i < count; i++)
        {
            text.Append(i == 0 ? "?" : ", ?").Append(first + i);
        }

        return text.ToString();
    }
}
