using HiveGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace HiveGen.Analyzers.Models;

/// <summary>The DataAnnotations that the rules look at; each is null where it is not referenced.</summary>
internal sealed class RuleAttributes(Compilation compilation)
{
    private const string Space = "System.ComponentModel.DataAnnotations.";

    private readonly INamedTypeSymbol? dataType = compilation.GetTypeByMetadataName(Space + "DataTypeAttribute");

    public INamedTypeSymbol? Rule { get; } = compilation.GetTypeByMetadataName(Space + "ValidationAttribute");

    public INamedTypeSymbol? NotMapped { get; } = compilation.GetTypeByMetadataName(Space + "Schema.NotMappedAttribute");

    public INamedTypeSymbol? StringLength { get; } = compilation.GetTypeByMetadataName(Space + "StringLengthAttribute");

    public INamedTypeSymbol? MaxLength { get; } = compilation.GetTypeByMetadataName(Space + "MaxLengthAttribute");

    public INamedTypeSymbol? MinLength { get; } = compilation.GetTypeByMetadataName(Space + "MinLengthAttribute");

    public INamedTypeSymbol? Length { get; } = compilation.GetTypeByMetadataName(Space + "LengthAttribute");

    public INamedTypeSymbol? Range { get; } = compilation.GetTypeByMetadataName(Space + "RangeAttribute");

    public INamedTypeSymbol? Pattern { get; } = compilation.GetTypeByMetadataName(Space + "RegularExpressionAttribute");

    public INamedTypeSymbol? Email { get; } = compilation.GetTypeByMetadataName(Space + "EmailAddressAttribute");

    public INamedTypeSymbol? Required { get; } = compilation.GetTypeByMetadataName(Space + "RequiredAttribute");

    /// <summary>Whether it checks values, and is none of those that the Hive checks. [DataType] only says how they look.</summary>
    public bool IsUnchecked(INamedTypeSymbol? attribute)
        => attribute.FindBase(Rule) is not null && !attribute.Is(dataType) && !attribute.Is(Required) && !attribute.Is(StringLength) && !attribute.Is(MaxLength)
        && !attribute.Is(MinLength) && !attribute.Is(Length) && !attribute.Is(Range) && !attribute.Is(Pattern) && !attribute.Is(Email);

    /// <summary>The least of the lengths that the annotations allow, and the annotation that says it.</summary>
    public (int Max, AttributeData Attribute)? Longest(IPropertySymbol property)
    {
        (int, AttributeData)? least = null;
        foreach (AttributeData attribute in property.GetAttributes())
        {
            int index = attribute.AttributeClass.Is(StringLength) || attribute.AttributeClass.Is(MaxLength) ? 0 : attribute.AttributeClass.Is(Length) ? 1 : -1;
            if (index >= 0 && attribute.ConstructorArguments.Length > index && attribute.ConstructorArguments[index].Value is int max and >= 0 && (least is null || max < least.Value.Item1))
            {
                least = (max, attribute);
            }
        }

        return least;
    }
}
