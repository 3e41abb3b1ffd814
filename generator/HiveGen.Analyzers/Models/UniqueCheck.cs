using HiveGen.Analyzers.Rules;
using HiveGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace HiveGen.Analyzers.Models;

/// <summary>HIVE0102, HIVE0103: SQLite never takes two nulls for the same.</summary>
internal static class UniqueCheck
{
    public static void RunOnProperty(ModelView model, IPropertySymbol property)
    {
        if (MayBeNull(property) && property.Find(model.Types.Unique) is { } unique)
        {
            model.Report(ModelRules.UniqueNullable, unique, property, property.Name);
        }
    }

    public static void RunOnClass(ModelView model)
    {
        foreach (AttributeData attribute in model.Type.GetAttributes())
        {
            if (!attribute.AttributeClass.Is(model.Types.Unique) || attribute is not { ConstructorArguments: [{ Kind: TypedConstantKind.Array, Values: { IsDefaultOrEmpty: false } names }] })
            {
                continue;
            }

            foreach (TypedConstant name in names)
            {
                if (name.Value is string text && Find(model.Type, text) is { } property && MayBeNull(property))
                {
                    model.Report(names.Length == 1 ? ModelRules.UniqueNullable : ModelRules.UniqueOverNullable, attribute, model.Type, text, Join(names));
                }
            }
        }
    }

    private static IPropertySymbol? Find(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers(name))
            {
                if (member is IPropertySymbol property)
                {
                    return property;
                }
            }
        }

        return null;
    }

    /// <summary>Code without nullability says nothing, and is not suspected.</summary>
    private static bool MayBeNull(IPropertySymbol property) => property.NullableAnnotation == NullableAnnotation.Annotated;

    private static string Join(System.Collections.Immutable.ImmutableArray<TypedConstant> names)
    {
        string text = "";
        foreach (TypedConstant name in names)
        {
            text += (text.Length == 0 ? "" : ", ") + name.Value;
        }

        return text;
    }
}
