using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Tests;

/// <summary>The least a generator can do that looks at every property of every model, its type and its attributes.</summary>
#pragma warning disable RS1041, RS1036, RS1038 // it is never packed
internal sealed class BareGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
        => context.RegisterSourceOutput(
            context.SyntaxProvider.ForAttributeWithMetadataName("HiveGen.HiveModelAttribute", static (_, _) => true, static (attributed, _) => Read(attributed)),
            static (_, _) => { });

    private static int Read(GeneratorAttributeSyntaxContext attributed)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)attributed.TargetSymbol;
        int seen = Count(type.GetAttributes());
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IPropertySymbol property)
            {
                seen += (int)property.Type.SpecialType + Count(property.GetAttributes());
            }
        }

        return seen;
    }

    private static int Count(System.Collections.Immutable.ImmutableArray<AttributeData> attributes)
    {
        int count = 0;
        foreach (AttributeData attribute in attributes)
        {
            count += attribute.ConstructorArguments.Length + attribute.NamedArguments.Length;
        }

        return count;
    }
}
