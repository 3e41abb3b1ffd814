namespace HiveGen.Generator.Naming;

/// <summary>C# names as JSON spells them, by the rule of System.Text.Json: <c>CreatedAt</c> is <c>createdAt</c>, <c>IPAddress</c> is <c>ipAddress</c>.</summary>
internal static class CamelCase
{
    public static string From(string name)
    {
        char[] letters = name.ToCharArray();
        for (int i = 0; i < letters.Length && char.IsUpper(letters[i]); i++)
        {
            bool startsWord = i > 0 && i + 1 < letters.Length && !char.IsUpper(letters[i + 1]);
            if (startsWord)
            {
                break;
            }

            letters[i] = char.ToLowerInvariant(letters[i]);
        }

        return new string(letters);
    }
}
