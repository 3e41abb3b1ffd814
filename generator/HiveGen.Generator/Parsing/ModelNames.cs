using HiveGen.Generator.Naming;
using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Parsing;

/// <summary>The names of a model: what <c>[HiveModel]</c> says, or what follows from the class name.</summary>
internal static class ModelNames
{
    public static string Table(string name, AttributeData model) => Text(model, "Table") ?? SnakeCase.From(Plural(name, model));

    public static string Plural(string name, AttributeData model) => Text(model, "Plural") ?? Naming.Plural.Of(name);

    public static string Prefix(string name, AttributeData model)
        => Text(model, "Prefix") ?? name.Substring(0, System.Math.Min(3, name.Length)).ToLowerInvariant();

    public static string? Sync(AttributeData model) => Text(model, "Sync");

    private static string? Text(AttributeData model, string name)
    {
        foreach (var argument in model.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value.Value as string;
            }
        }

        return null;
    }
}
