using System.Collections.Generic;
using HiveGen.Generator.Diagnostics;
using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Parsing;

/// <summary>Reads <c>[Unique]</c>, <c>[Index]</c> and <c>[Check]</c> of a class.</summary>
internal static class KeyParser
{
    public static void Parse(INamedTypeSymbol type, List<PropertySpec> properties, List<KeySpec> keys, ref List<string>? checks, DiagnosticSink sink)
    {
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is not { } @class || @class.ContainingNamespace.Name != "HiveGen")
            {
                continue;
            }

            if (@class.Name == "CheckAttribute" && attribute is { ConstructorArguments: [{ Value: string sql }] })
            {
                (checks ??= []).Add(sql);
            }
            else if (@class.Name is "UniqueAttribute" or "IndexAttribute")
            {
                ParseKey(type, attribute, @class.Name == "UniqueAttribute", properties, keys, sink);
            }
        }
    }

    public static void Add(List<KeySpec> keys, bool isUnique, params int[] properties)
    {
        KeySpec key = new(isUnique, new(properties));
        if (!keys.Contains(key))
        {
            keys.Add(key);
        }
    }

    private static void ParseKey(INamedTypeSymbol type, AttributeData attribute, bool isUnique, List<PropertySpec> properties, List<KeySpec> keys, DiagnosticSink sink)
    {
        string label = isUnique ? "Unique" : "Index";
        if (attribute is not { ConstructorArguments: [{ Kind: TypedConstantKind.Array, Values: { IsDefaultOrEmpty: false } names }] })
        {
            sink.Add(Rules.UnknownProperty, attribute, type, label, "", type.Name);
            return;
        }

        List<int> indexes = [];
        foreach (TypedConstant constant in names)
        {
            string name = constant.Value as string ?? "";
            int index = properties.FindIndex(property => property.Name == name && property.Kind is not (PropertyKind.Json or PropertyKind.JsonElement or PropertyKind.JsonNode));
            if (index < 0 || indexes.Contains(index))
            {
                sink.Add(Rules.UnknownProperty, attribute, type, label, name, type.Name);
                return;
            }

            indexes.Add(index);
        }

        bool isId = indexes.Count == 1 && indexes[0] == 0; // unique and indexed already
        if (!isId)
        {
            Add(keys, isUnique, indexes.ToArray());
        }
    }
}
