namespace HiveGen.Analyzers.Rules;

/// <summary>The categories, by which an .editorconfig can set the severity of many rules at once.</summary>
internal static class Categories
{
    public const string Generation = "HiveGen";
    public const string Models = "HiveGen.Models";
    public const string Security = "HiveGen.Security";
    public const string Hooks = "HiveGen.Hooks";
    public const string Client = "HiveGen.Client";
}
