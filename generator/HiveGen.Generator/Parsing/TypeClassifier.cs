using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Parsing;

/// <summary>Which of the storable types a C# type is.</summary>
internal static class TypeClassifier
{
    /// <summary>The type without <c>?</c>, and whether null is a value of it; a type from code without nullability may be null.</summary>
    public static ITypeSymbol Unwrap(ITypeSymbol type, out bool isNullable)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            isNullable = true;
            return nullable.TypeArguments[0];
        }

        isNullable = type.IsReferenceType && type.NullableAnnotation != NullableAnnotation.NotAnnotated;
        return type;
    }

    /// <returns>Null when it cannot be stored. JSON types are told by <see cref="JsonKind"/>.</returns>
    public static PropertyKind? Kind(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => PropertyKind.Text,
        SpecialType.System_Boolean => PropertyKind.Bool,
        SpecialType.System_Byte => PropertyKind.Byte,
        SpecialType.System_SByte => PropertyKind.SByte,
        SpecialType.System_Int16 => PropertyKind.Int16,
        SpecialType.System_UInt16 => PropertyKind.UInt16,
        SpecialType.System_Int32 => PropertyKind.Int32,
        SpecialType.System_UInt32 => PropertyKind.UInt32,
        SpecialType.System_Int64 => PropertyKind.Int64,
        SpecialType.System_UInt64 => PropertyKind.UInt64,
        SpecialType.System_Single => PropertyKind.Single,
        SpecialType.System_Double => PropertyKind.Double,
        SpecialType.System_Decimal => PropertyKind.Decimal,
        SpecialType.System_DateTime => PropertyKind.DateTime,
        SpecialType.None => Other(type),
        _ => null,
    };

    public static PropertyKind JsonKind(ITypeSymbol type)
        => type is not INamedTypeSymbol named ? PropertyKind.Json
        : named.Is("JsonElement", "System.Text.Json") ? PropertyKind.JsonElement
        : named.Is("JsonNode", "System.Text.Json.Nodes") ? PropertyKind.JsonNode
        : PropertyKind.Json;

    private static PropertyKind? Other(ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Enum)
        {
            return PropertyKind.Enum;
        }

        if (type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte })
        {
            return PropertyKind.Blob;
        }

        if (type is not INamedTypeSymbol { ContainingType: null } named)
        {
            return null;
        }

        if (named.Arity is 1 or 2 && named.Is("Link", "HiveGen"))
        {
            return PropertyKind.Link;
        }

        PropertyKind? kind = named.Name switch
        {
            "DateTimeOffset" => PropertyKind.DateTimeOffset,
            "DateOnly" => PropertyKind.DateOnly,
            "TimeOnly" => PropertyKind.TimeOnly,
            "TimeSpan" => PropertyKind.TimeSpan,
            "Guid" => PropertyKind.Guid,
            _ => null,
        };
        return kind is not null && named.Is(named.Name, "System") ? kind : null;
    }
}
