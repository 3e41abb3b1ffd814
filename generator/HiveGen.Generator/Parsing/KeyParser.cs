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
            if (attribute.AttributeClass is not { } @class || !@class.Is(@class.Name, "HiveGen"))
            {
                continue;
            }

            if (@class.Name == "CheckAttribute" && attribute is { ConstructorArguments: [{ Value: string sql }] })
            {
                if (CheckSql.Problem(sql, properties) is { } problem)
                {
                    sink.Add(Rules.BadCheck, attribute, type, type.Name, problem);
                }

                (checks ??= []).Add(sql);
            }
            else if (@class.Name is "UniqueAttribute" or "IndexAttribute")
            {
                ParseKey(type, attribute, @class.Name == "UniqueAttribute", properties, keys, sink);
            }
        }
    }

    /// <summary>Two keys whose columns differ may still give one name to their indexes or methods: (A, BC) and (AB, C).</summary>
    public static void CheckNames(INamedTypeSymbol type, List<PropertySpec> properties, List<KeySpec> keys, DiagnosticSink sink)
    {
        HashSet<string> names = [];
        for (int i = 0; i < keys.Count && keys.Count > 1; i++)
        {
            string index = "";
            string method = "";
            foreach (int property in keys[i].Properties)
            {
                index += "_" + properties[property].Column;
                method += (method.Length == 0 ? "GetBy" : "And") + properties[property].Name;
            }

            string? twin = !names.Add(index + (keys[i].IsUnique ? "_unique" : "")) ? index.Substring(1)
                : keys[i].IsUnique && !names.Add(method) ? method
                : null;
            if (twin is not null)
            {
                sink.Add(Rules.ReservedName, type, twin, "two keys of '" + type.Name + "' would both have it");
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
