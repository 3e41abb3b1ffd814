using HiveGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace HiveGen.Analyzers.Models;

/// <summary>HIVE0104: a synced property whose name sounds like a secret.</summary>
internal static class SecretCheck
{
    public static void Run(ModelView model, IPropertySymbol property)
    {
        if (model.IsSent(property) && HoldsValue(property.Type, out bool isNumber) && SecretNames.SoundSecret(property.Name, isNumber))
        {
            model.Report(ModelRules.Secret, property, property.Name);
        }
    }

    /// <summary>Texts and bytes may be a secret, and numbers a few kinds of it. Times, flags and links only speak about one.</summary>
    private static bool HoldsValue(ITypeSymbol type, out bool isNumber)
    {
        ITypeSymbol value = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        isNumber = value.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32 or SpecialType.System_UInt64;
        return isNumber || value.SpecialType == SpecialType.System_String
            || value is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }
            || value is { Name: "Guid", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
    }
}
