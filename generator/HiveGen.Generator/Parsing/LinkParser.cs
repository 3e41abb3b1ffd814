using HiveGen.Generator.Diagnostics;
using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Parsing;

/// <summary>Reads a link and the model it names.</summary>
internal static class LinkParser
{
    /// <returns>Null when it was refused.</returns>
    public static LinkSpec? Parse(IPropertySymbol property, INamedTypeSymbol type, bool isNullable, AttributeData? attribute, DiagnosticSink sink)
    {
        if (type.TypeArguments[0] is not INamedTypeSymbol target || ModelAttribute(target) is not { } model
            || !SymbolEqualityComparer.Default.Equals(target.ContainingAssembly, property.ContainingAssembly))
        {
            sink.Add(Rules.LinkToNonModel, property, property.Name, type.TypeArguments[0].Name);
            return null;
        }

        PropertyKind? key = type.Arity == 1 ? PropertyKind.Text : TypeClassifier.Kind(type.TypeArguments[1]);
        PropertyKind expected = IdKind(target);
        if (key != expected)
        {
            (string id, string link) = expected switch
            {
                PropertyKind.Int64 => ("long", $"Link<{target.Name}, long>"),
                PropertyKind.Guid => ("Guid", $"Link<{target.Name}, Guid>"),
                _ => ("string", $"Link<{target.Name}>"),
            };
            sink.Add(Rules.LinkKeyMismatch, property, property.Name, link, target.Name, id);
            return null;
        }

        string action = OnDelete(attribute);
        if (action == "SetNull" && !isNullable)
        {
            sink.Add(Rules.SetNullNotNullable, property, property.Name);
            return null;
        }

        return new LinkSpec(SymbolNames.FullName(target), ModelNames.Table(target.Name, model), expected, action);
    }

    public static AttributeData? ModelAttribute(INamedTypeSymbol type)
    {
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass.Is("HiveModelAttribute", "HiveGen"))
            {
                return attribute;
            }
        }

        return null;
    }

    private static string OnDelete(AttributeData? attribute)
    {
        if (attribute is not null)
        {
            foreach (var argument in attribute.NamedArguments)
            {
                return argument.Value.Value switch { 1 => "Cascade", 2 => "SetNull", _ => "Restrict" };
            }
        }

        return "Restrict";
    }

    private static PropertyKind IdKind(INamedTypeSymbol target)
    {
        for (INamedTypeSymbol? type = target; type is not null && type.SpecialType != SpecialType.System_Object; type = type.BaseType)
        {
            foreach (ISymbol member in type.GetMembers("Id"))
            {
                if (member is IPropertySymbol id)
                {
                    return TypeClassifier.Kind(id.Type) ?? PropertyKind.Text;
                }
            }
        }

        return PropertyKind.Text;
    }
}
