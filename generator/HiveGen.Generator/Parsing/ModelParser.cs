using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using HiveGen.Generator.Diagnostics;
using HiveGen.Generator.Model;
using HiveGen.Generator.Naming;
using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Parsing;

/// <summary>Reads a class marked <c>[HiveModel]</c>.</summary>
internal static class ModelParser
{
    private const int MaxSyncedFields = 128;

    /// <returns>Null for a second attribute on the same class, which the compiler refuses itself.</returns>
    public static Parsed<ModelSpec>? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.TargetSymbol;
        AttributeData model = context.Attributes[0];
        SyntaxReference? first = LinkParser.ModelAttribute(type)?.ApplicationSyntaxReference;
        if (first is null || first.SyntaxTree != context.TargetNode.SyntaxTree || !context.TargetNode.Span.Contains(first.Span))
        {
            return null;
        }

        DiagnosticSink sink = new();
        ModelSpec? spec = Parse(type, model, context, sink, cancellationToken);
        return new Parsed<ModelSpec>(sink.Any ? null : spec, SymbolNames.FullName(type), type.Locations[0], sink.ToArray());
    }

    private static ModelSpec? Parse(INamedTypeSymbol type, AttributeData model, GeneratorAttributeSyntaxContext context, DiagnosticSink sink, CancellationToken cancellationToken)
    {
        if (TypeParser.Parse(type, context.TargetNode, sink) is not { } place)
        {
            return null;
        }

        if (type.IsAbstract || InheritsModel(type))
        {
            sink.Add(Rules.UnusableClass, type, type.Name, type.IsAbstract ? "is abstract; mark the classes that derive from it" : "derives from a model; give both a common base class that is none");
            return null;
        }

        List<IPropertySymbol> candidates = PropertyCollector.Collect(type);
        IMethodSymbol? constructor = ConstructorFinder.Find(type, candidates);
        if (constructor is null)
        {
            sink.Add(Rules.NoConstructor, type, type.Name);
            return null;
        }

        List<PropertySpec> properties = new(candidates.Count + 1);
        List<KeySpec> keys = [];
        List<string> unmapped = [];
        int[] parameters = new int[constructor.Parameters.Length];
        bool hasId = candidates.Exists(static candidate => candidate.Name == "Id");
        if (!hasId)
        {
            properties.Add(new PropertySpec("Id", PropertyKind.Text, PropertyTraits.Id | PropertyTraits.Generated | PropertyTraits.Initialised));
        }

        foreach (IPropertySymbol candidate in candidates)
        {
            Add(type, candidate, constructor, context, properties, keys, parameters, unmapped, sink, cancellationToken);
        }

        MemberNames.Check(type, hasId, sink);
        List<string>? checks = null;
        KeyParser.Parse(type, properties, keys, ref checks, sink);
        KeyParser.CheckNames(type, properties, keys, sink);
        string prefix = ModelNames.Prefix(type.Name, model);
        string table = ModelNames.Table(type.Name, model);
        string plural = ModelNames.Plural(type.Name, model);
        string? sync = ModelNames.Sync(model);
        CheckNames(type, model, table, plural, sync, properties, sink);
        FormerNames.CheckColumns(type, properties, sink);
        if (!ReservedNames.IsPrefix(prefix))
        {
            sink.Add(Rules.BadName, model, type, prefix, "the prefix of ids");
        }

        return new ModelSpec(place, table, plural, prefix, sync, new(properties), new(parameters), ConstructorFinder.IsPlain(constructor), new(keys), new(checks), new(FormerNames.OfModel(type, table, sink)), new(unmapped));
    }

    private static void Add(INamedTypeSymbol type, IPropertySymbol candidate, IMethodSymbol constructor, GeneratorAttributeSyntaxContext context, List<PropertySpec> properties, List<KeySpec> keys, int[] parameters, List<string> unmapped, DiagnosticSink sink, CancellationToken cancellationToken)
    {
        int parameter = ConstructorFinder.ParameterOf(constructor, candidate);
        bool isId = candidate.Name == "Id";
        if (parameter < 0 && !PropertyCollector.IsSettable(candidate, type))
        {
            if (isId)
            {
                sink.Add(Rules.NoUsableId, candidate, type.Name);
            }

            return;
        }

        PropertyAnnotations given = PropertyAnnotations.Read(candidate);
        if (given.NotMapped && parameter < 0 && !isId)
        {
            unmapped.Add(candidate.Name);
            return;
        }

        if (PropertyParser.Parse(candidate, given, parameter >= 0, context.SemanticModel.Compilation, sink, cancellationToken) is not { } property)
        {
            return;
        }

        int index = isId ? 0 : properties.Count;
        properties.Insert(index, property);
        if (isId)
        {
            Shift(parameters, keys);
        }

        if (parameter >= 0)
        {
            parameters[parameter] = index;
        }

        if (given.Unique is not null && !isId)
        {
            KeyParser.Add(keys, isUnique: true, index);
        }

        if (given.Index is not null && !isId)
        {
            KeyParser.Add(keys, isUnique: false, index);
        }
    }

    /// <summary>The id goes first, and what was read before it moves on by one.</summary>
    private static void Shift(int[] parameters, List<KeySpec> keys)
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            parameters[i]++;
        }

        for (int i = 0; i < keys.Count; i++)
        {
            keys[i] = new KeySpec(keys[i].IsUnique, new(new[] { keys[i].Properties[0] + 1 }));
        }
    }

    private static bool InheritsModel(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? parent = type.BaseType; parent is { SpecialType: not SpecialType.System_Object }; parent = parent.BaseType)
        {
            if (LinkParser.ModelAttribute(parent) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static void CheckNames(INamedTypeSymbol type, AttributeData model, string table, string plural, string? sync, List<PropertySpec> properties, DiagnosticSink sink)
    {
        CheckName(type, model, table, "a table", sink);
        CheckName(type, model, plural, "the name of a set", sink);
        if (sync is not null)
        {
            CheckName(type, model, sync, "a sync name", sink);
        }

        if (ReservedNames.Plural(plural) is { } taken)
        {
            sink.Add(Rules.ReservedName, model, type, plural, taken);
        }

        if (ReservedNames.Table(table) is { } reason)
        {
            sink.Add(Rules.ReservedName, model, type, table, reason);
        }
        else if (sync is not null && ReservedNames.Table(sync) is { } kept)
        {
            sink.Add(Rules.ReservedName, model, type, sync, kept);
        }

        int synced = 0;
        for (int i = 0; i < properties.Count; i++)
        {
            synced += properties[i].IsLocal ? 0 : 1;
            CheckColumn(type, properties, i, sink);
        }

        if (sync is not null && synced > MaxSyncedFields)
        {
            sink.Add(Rules.TooManyFields, type, type.Name, synced.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void CheckColumn(INamedTypeSymbol type, List<PropertySpec> properties, int index, DiagnosticSink sink)
    {
        string name = properties[index].Name;
        for (int i = 0; i < index; i++)
        {
            // Most names differ at a glance; only lookalikes are worth the strings.
            if (ReservedNames.AreAlike(properties[i].Name, name) && SnakeCase.From(properties[i].Name) == SnakeCase.From(name))
            {
                sink.Add(Rules.DuplicateColumn, Member(type, name), properties[i].Name, name, SnakeCase.From(name));
                return;
            }
        }

        if ((ReservedNames.Property(name, type.Name) ?? (ReservedNames.MayBeColumn(name) ? ReservedNames.Column(SnakeCase.From(name)) : null)) is { } reason)
        {
            sink.Add(Rules.ReservedName, Member(type, name), name, reason);
        }
    }

    private static ISymbol Member(INamedTypeSymbol type, string name) => type.GetMembers(name) is [var member, ..] ? member : type;

    private static void CheckName(INamedTypeSymbol type, AttributeData model, string name, string what, DiagnosticSink sink)
    {
        if (!ReservedNames.IsIdentifier(name))
        {
            sink.Add(Rules.BadName, model, type, name, what);
        }
    }
}
