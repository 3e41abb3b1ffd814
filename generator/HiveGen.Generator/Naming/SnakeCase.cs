using System.Text;

namespace HiveGen.Generator.Naming;

/// <summary>C# names as SQL spells them: <c>CreatedAt</c> is <c>created_at</c>, <c>HTTPUrl</c> is <c>http_url</c>.</summary>
internal static class SnakeCase
{
    public static string From(string name)
    {
        StringBuilder text = new(name.Length + 4);
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            if (i > 0 && char.IsUpper(c) && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
