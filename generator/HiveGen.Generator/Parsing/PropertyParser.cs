using System.Collections.Generic;
using System.Threading;
using HiveGen.Generator.Diagnostics;
using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Parsing;

/// <summary>Reads one property.</summary>
internal static class PropertyParser
{
    /// <returns>Null when it was refused.</returns>
    public static PropertySpec? Parse(IPropertySymbol property, in PropertyAnnotations given, bool isParameter, Compilation compilation, DiagnosticSink sink, CancellationToken cancellationToken)
    {
        ITypeSymbol type = TypeClassifier.Unwrap(property.Type, out bool isNullable);
        PropertyKind? kind = given.Json is not null ? TypeClassifier.JsonKind(type) : TypeClassifier.Kind(type);
        bool isId = property.Name == "Id";
        if (isId && (isNullable || kind is not (PropertyKind.Text or PropertyKind.Guid or PropertyKind.Int64)))
        {
            sink.Add(Rules.NoUsableId, property, property.ContainingType.Name);
            return null;
        }

        if (kind is null)
        {
            // Also what is unknown: another generator may make it, and left out it would be lost without a word.
            sink.Add(Rules.UnsupportedType, property, property.Name, property.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
            return null;
        }

        LinkSpec? link = kind == PropertyKind.Link ? LinkParser.Parse(property, (INamedTypeSymbol)type, isNullable, given.Link, sink) : null;
        if (kind == PropertyKind.Link && link is null)
        {
            return null;
        }

        EnumSpec? @enum = kind == PropertyKind.Enum ? Enum(property, (INamedTypeSymbol)type, sink) : null;
        if (!Fits(property, kind.Value, type, given, sink, out int scale, out string? context))
        {
            return null;
        }

        bool isInitialised = InitializerParser.Parse(property, kind.Value, @enum, compilation, cancellationToken, out string? constant);
        PropertyTraits traits = Traits(property, given, isNullable, isInitialised, isId, isParameter);
        RuleSpec? rules = RuleParser.Parse(property, kind.Value, given, sink);
        List<string>? former = given.RenamedFrom is null ? null : FormerNames.OfProperty(property, isId, sink);
        return new PropertySpec(property.Name, kind.Value, traits, kind == PropertyKind.Json ? SymbolNames.FullName(type) : null, context, scale, constant, link, @enum, rules, new(former));
    }

    private static EnumSpec? Enum(IPropertySymbol property, INamedTypeSymbol type, DiagnosticSink sink)
    {
        if (EnumParser.IsFlags(type))
        {
            sink.Add(Rules.FlagsEnum, property, property.Name, type.Name);
        }

        return EnumParser.Parse(type);
    }

    private static bool Fits(IPropertySymbol property, PropertyKind kind, ITypeSymbol type, in PropertyAnnotations given, DiagnosticSink sink, out int scale, out string? context)
    {
        scale = kind == PropertyKind.Decimal ? 4 : 0;
        context = null;
        if (given.Scale is not null)
        {
            scale = given.Scale is { ConstructorArguments: [{ Value: int places }] } ? places : -1;
            if (kind != PropertyKind.Decimal || scale is < 0 or > 18)
            {
                sink.Add(Rules.BadScale, given.Scale, property, property.Name);
                return false;
            }
        }

        if (given.Link is not null && kind != PropertyKind.Link)
        {
            return Misplaced(given.Link, property, "it is no Link<T>", sink);
        }

        if ((given.CreatedAt ?? given.UpdatedAt) is { } time && kind is not (PropertyKind.DateTime or PropertyKind.DateTimeOffset))
        {
            return Misplaced(time, property, "it is no DateTimeOffset or DateTime", sink);
        }

        if (kind is PropertyKind.Json or PropertyKind.JsonElement or PropertyKind.JsonNode && (given.Unique ?? given.Index) is { } key)
        {
            return Misplaced(key, property, "a JSON value has no order and no equality", sink);
        }

        if (kind == PropertyKind.Json)
        {
            if (given.Json is not { ConstructorArguments: [{ Value: INamedTypeSymbol named }] } || !IsContext(named))
            {
                sink.Add(Rules.JsonContext, given.Json!, property, property.Name, type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
                return false;
            }

            context = SymbolNames.FullName(named);
        }

        return true;
    }

    private static bool IsContext(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.Is("JsonSerializerContext", "System.Text.Json.Serialization"))
            {
                return !type.IsUnboundGenericType;
            }
        }

        return false;
    }

    private static PropertyTraits Traits(IPropertySymbol property, in PropertyAnnotations given, bool isNullable, bool isInitialised, bool isId, bool isParameter)
    {
        return (isNullable ? PropertyTraits.Nullable : 0)
            | (isInitialised ? PropertyTraits.Initialised : 0)
            | (isId ? PropertyTraits.Id : 0)
            | (isParameter ? PropertyTraits.Parameter : 0)
            | (property.IsRequired ? PropertyTraits.Required : 0)
            | (property.SetMethod is null or { IsInitOnly: true } ? PropertyTraits.Init : 0)
            | (given.LocalOnly is not null ? PropertyTraits.LocalOnly : 0)
            | (given.CreatedAt is not null ? PropertyTraits.CreatedAt : 0)
            | (given.UpdatedAt is not null ? PropertyTraits.UpdatedAt : 0)
            | (given.Required is not null ? PropertyTraits.RequiredAttribute : 0)
            | (property.Type.IsReferenceType ? PropertyTraits.Reference : 0);
    }

    private static bool Misplaced(AttributeData attribute, IPropertySymbol property, string reason, DiagnosticSink sink)
    {
        sink.Add(Rules.Misplaced, attribute, property, RuleParser.AttributeName(attribute), property.Name, reason);
        return false;
    }
}
