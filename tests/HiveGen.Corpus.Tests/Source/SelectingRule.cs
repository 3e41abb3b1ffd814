using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HiveGen.Corpus;

/// <summary><c>selecting</c>: names with <c>*</c> (no dot), <c>**</c> (everything) and <c>!</c> (not), which add up in order.</summary>
internal static class SelectingRule
{
    public static IReadOnlyList<FieldSpec> Of(ModelSpec model, JsonNode? selecting)
    {
        FieldSpec[] all = [.. model.Fields.Where(static field => !field.Ephemeral)];
        if (selecting is not JsonArray patterns)
        {
            return all;
        }

        HashSet<FieldSpec> chosen = [];
        foreach (string pattern in patterns.Select(static pattern => pattern!.GetValue<string>()))
        {
            bool not = pattern.StartsWith('!');
            Regex regex = new("^" + Regex.Escape(pattern[(not ? 1 : 0)..]).Replace(@"\*\*", ".+", StringComparison.Ordinal).Replace(@"\*", "[^.]+", StringComparison.Ordinal) + "$");
            foreach (FieldSpec field in all.Where(field => regex.IsMatch(field.Slug)))
            {
                _ = not ? chosen.Remove(field) : chosen.Add(field);
            }
        }

        return [.. all.Where(chosen.Contains)];
    }
}
