using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>Expressions that put a property into a FieldValue and take it out again.</summary>
internal static class FieldValues
{
    /// <summary>Of the property's value; of a link, of its id.</summary>
    public static string Of(PropertySpec p, string value) => "global::HiveGen.Generated.FieldValue.Of" + p.Stored switch
    {
        PropertyKind.Json or PropertyKind.JsonNode => "Object",
        PropertyKind.JsonElement => "Json",
        PropertyKind.Enum => "Enum<" + p.Enum!.Type + ">",
        _ => p.Stored.ToString(),
    } + "(" + value + (p.Link is null ? "" : p.IsNullable ? "?.Id" : ".Id") + ")";

    /// <summary>The property's value.</summary>
    public static string To(PropertySpec p, string value)
        => p.Link is null ? Stored(p, value) : ToLink(p, value + "." + p.Stored + (p.IsNullable && p.Stored != PropertyKind.Text ? "OrNull" : ""));

    /// <summary>A link, of its id as the expression gives it.</summary>
    public static string ToLink(PropertySpec p, string id)
    {
        string type = Kinds.Type(p);
        return p.IsNullable ? id + " is { } id" + p.Name + " ? new " + type + "(id" + p.Name + ") : " + Kinds.Null(p)
            : p.Stored == PropertyKind.Text ? "new " + type + "(" + id + " ?? \"\")"
            : "new " + type + "(" + id + ")";
    }

    private static string Stored(PropertySpec p, string value) => p.Stored switch
    {
        PropertyKind.Text or PropertyKind.Blob => value + "." + p.Stored + (p.IsNullable ? "" : "!"),
        PropertyKind.Json or PropertyKind.JsonNode => "(" + Kinds.Type(p) + (p.IsNullable ? "?)" : ")") + value + ".Object" + (p.IsNullable ? "" : "!"),
        PropertyKind.JsonElement => value + ".Json" + (p.IsNullable ? "" : ".GetValueOrDefault()"),
        PropertyKind.Enum => value + ".Enum" + (p.IsNullable ? "OrNull<" : "<") + p.Enum!.Type + ">()",
        _ => value + "." + p.Stored + (p.IsNullable ? "OrNull" : ""),
    };
}
