using System;
using HiveGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Parsing;

/// <summary>Names in and beside a model's class that what is generated for it needs for itself.</summary>
internal static class MemberNames
{
    /// <summary>What is added to a model's name to name the classes generated beside it.</summary>
    private static readonly string[] Suffixes =
    [
        "Records", "Sync", "SyncModel", "SqliteMap", "PostgresMap", "TursoMap", "MySqlMap", "MongoMap", "FirestoreMap",
        "BeforeAdd", "Add", "AfterAdd", "FollowingAdd", "BeforeSet", "Set", "AfterSet", "FollowingSet", "BeforeRemove", "Remove", "AfterRemove", "FollowingRemove",
    ];

    private static readonly string[] Nested = ["Columns", "Changes", "Hooks", "Schema"];

    /// <param name="type">The model.</param>
    /// <param name="hasId">Whether it has an id of its own; else it is given one.</param>
    /// <param name="sink">Takes what is wrong.</param>
    public static void Check(INamedTypeSymbol type, bool hasId, DiagnosticSink sink)
    {
        foreach (string name in Nested)
        {
            if (Declared(type, name) is { } member)
            {
                sink.Add(Rules.ReservedName, At(member, type), name, "the generator gives every model a class of that name");
            }
        }

        if (Array.IndexOf(Nested, type.Name) >= 0)
        {
            sink.Add(Rules.ReservedName, type, type.Name, "the generator gives every model a class of that name, which cannot stand in one called the same");
        }

        if (!hasId && type.Name == "Id")
        {
            sink.Add(Rules.ReservedName, type, type.Name, "the generator gives a model without an id a property of that name, which cannot stand in a class called the same");
        }
        else if (!hasId && Declared(type, "Id") is { } id)
        {
            sink.Add(Rules.NoUsableId, At(id, type), type.Name);
        }

        CheckBeside(type, Suffixes, sink);
    }

    /// <summary>Refuses a type that has what stands beside it and what the generator puts there.</summary>
    public static void CheckBeside(INamedTypeSymbol type, string[] suffixes, DiagnosticSink sink)
    {
        INamespaceOrTypeSymbol place = (INamespaceOrTypeSymbol?)type.ContainingType ?? type.ContainingNamespace;
        foreach (string suffix in suffixes)
        {
            foreach (ISymbol other in place.GetMembers(CompanionNames.Of(type.Name, suffix)))
            {
                if (other is not INamedTypeSymbol { Arity: > 0 } && other.Locations is [{ IsInSource: true } location, ..])
                {
                    sink.Add(Rules.ReservedName, location, other.Name, "the generator gives '" + type.Name + "' a class of that name");
                    break;
                }
            }
        }
    }

    /// <summary>A member of the class, or one that it inherits and therefore would hide.</summary>
    private static ISymbol? Declared(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers(name))
            {
                if (ReferenceEquals(current, type) || member.DeclaredAccessibility != Accessibility.Private)
                {
                    return member;
                }
            }
        }

        return null;
    }

    private static Location At(ISymbol member, INamedTypeSymbol type) => member.Locations is [{ IsInSource: true } location, ..] ? location : type.Locations[0];
}
