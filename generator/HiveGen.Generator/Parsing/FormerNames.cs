using System;
using System.Collections.Generic;
using HiveGen.Generator.Diagnostics;
using HiveGen.Generator.Model;
using HiveGen.Generator.Naming;
using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Parsing;

/// <summary>Reads <c>[RenamedFrom]</c>.</summary>
internal static class FormerNames
{
    /// <summary>The columns a property was before.</summary>
    public static List<string> OfProperty(IPropertySymbol property, bool isId, DiagnosticSink sink)
    {
        List<string> columns = [];
        foreach ((AttributeData attribute, string name) in Read(property, sink) ?? [])
        {
            if (isId)
            {
                sink.Add(Rules.Misplaced, attribute, property, "RenamedFrom", property.Name, "the id of every model is called Id");
            }

            Add(columns, SnakeCase.From(name));
        }

        return columns;
    }

    /// <summary>The tables a model was before: for a class name the table that follows from it, and the name itself as a table.</summary>
    public static List<string>? OfModel(INamedTypeSymbol type, string table, DiagnosticSink sink)
    {
        if (Read(type, sink) is not { } found)
        {
            return null;
        }

        List<string> tables = [];
        foreach ((_, string name) in found)
        {
            foreach (string former in (string[])[SnakeCase.From(Plural.Of(name)), name])
            {
                if (!string.Equals(former, table, StringComparison.OrdinalIgnoreCase))
                {
                    Add(tables, former);
                }
            }
        }

        return tables;
    }

    /// <summary>Refuses a former name that the model still uses: its values stay where they are, and nothing would be renamed.</summary>
    public static void CheckColumns(INamedTypeSymbol type, List<PropertySpec> properties, DiagnosticSink sink)
    {
        foreach (PropertySpec renamed in properties)
        {
            foreach (string former in renamed.Former)
            {
                foreach (PropertySpec other in properties)
                {
                    if (string.Equals(other.Column, former, StringComparison.OrdinalIgnoreCase))
                    {
                        ISymbol member = type.GetMembers(renamed.Name) is [var found, ..] ? found : type;
                        sink.Add(Rules.Misplaced, member, "RenamedFrom", renamed.Name, "'" + former + "' is still the column of '" + other.Name + "'");
                    }
                }
            }
        }
    }

    /// <summary>The attributes with their names; null, and nothing allocated, for the usual symbol that has none.</summary>
    private static List<(AttributeData Attribute, string Name)>? Read(ISymbol symbol, DiagnosticSink sink)
    {
        List<(AttributeData, string)>? found = null;
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass.Is("RenamedFromAttribute", "HiveGen") && attribute is { ConstructorArguments: [{ Value: string name }] })
            {
                if (ReservedNames.IsIdentifier(name))
                {
                    (found ??= []).Add((attribute, name));
                }
                else
                {
                    sink.Add(Rules.BadName, attribute, symbol, name, "a former name");
                }
            }
        }

        return found;
    }

    private static void Add(List<string> names, string name)
    {
        if (!names.Contains(name))
        {
            names.Add(name);
        }
    }
}
