using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HiveGen.Benchmarks.Generator;

/// <summary>
/// The floor of a generator over models: it finds them by their attribute, reads the same symbols and attributes of every member, and
/// keeps a number. What it allocates at an edit is Roslyn's own share.
/// </summary>
internal sealed class BareGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<int> models = context.SyntaxProvider.ForAttributeWithMetadataName(
            "HiveGen.HiveModelAttribute",
            static (node, _) => node is TypeDeclarationSyntax,
            static (found, _) => Read((INamedTypeSymbol)found.TargetSymbol));
        context.RegisterSourceOutput(models, static (_, _) => { });
    }

    private static int Read(INamedTypeSymbol type)
    {
        HashCode hash = default;
        hash.Add(type.Name);
        Read(type.GetAttributes(), ref hash);
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IPropertySymbol { IsStatic: false } property)
            {
                hash.Add(property.Name);
                hash.Add(property.Type.Name);
                hash.Add(property.Type.SpecialType);
                hash.Add(property.NullableAnnotation);
                hash.Add(property.IsRequired);
                if (property.Type is INamedTypeSymbol { IsGenericType: true } generic)
                {
                    hash.Add(generic.TypeArguments[0].Name);
                }

                Read(property.GetAttributes(), ref hash);
            }
        }

        return hash.ToHashCode();
    }

    private static void Read(ImmutableArray<AttributeData> attributes, ref HashCode hash)
    {
        foreach (AttributeData attribute in attributes)
        {
            hash.Add(attribute.AttributeClass?.Name);
            foreach (TypedConstant argument in attribute.ConstructorArguments)
            {
                hash.Add(argument.Kind == TypedConstantKind.Array ? argument.Values.Length : argument.Value);
            }

            foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
            {
                hash.Add(argument.Key);
                hash.Add(argument.Value.Value);
            }
        }
    }
}
