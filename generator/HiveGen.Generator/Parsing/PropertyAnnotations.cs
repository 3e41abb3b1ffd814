using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Parsing;

/// <summary>The annotations of one property, found in one pass over its attributes.</summary>
internal struct PropertyAnnotations
{
    public AttributeData? Link;
    public AttributeData? Json;
    public AttributeData? Scale;
    public AttributeData? Index;
    public AttributeData? Unique;
    public AttributeData? LocalOnly;
    public AttributeData? CreatedAt;
    public AttributeData? UpdatedAt;
    public AttributeData? RenamedFrom;
    public AttributeData? Required;
    public AttributeData? StringLength;
    public AttributeData? MaxLength;
    public AttributeData? MinLength;
    public AttributeData? Length;
    public AttributeData? Range;
    public AttributeData? Pattern;
    public AttributeData? Email;
    public bool NotMapped;

    public readonly bool HasRules => StringLength is not null || MaxLength is not null || MinLength is not null || Length is not null || Range is not null || Pattern is not null || Email is not null || Required is not null;

    public static PropertyAnnotations Read(IPropertySymbol property)
    {
        PropertyAnnotations found = default;
        foreach (AttributeData attribute in property.GetAttributes())
        {
            found.Note(attribute, attribute.AttributeClass);
        }

        return found;
    }

    private void Note(AttributeData attribute, INamedTypeSymbol? type)
    {
        if (type is null)
        {
            return;
        }

        if (type.Is(type.Name, "HiveGen"))
        {
            NoteOwn(attribute, type.Name);
        }
        else if (type.Name == "NotMappedAttribute")
        {
            NotMapped = type.Is("NotMappedAttribute", "System.ComponentModel.DataAnnotations.Schema");
        }
        else if (type.ContainingNamespace.Name == "DataAnnotations" && type.Is(type.Name, "System.ComponentModel.DataAnnotations"))
        {
            NoteRule(attribute, type.Name);
        }
    }

    private void NoteOwn(AttributeData attribute, string name)
    {
        switch (name)
        {
            case "LinkAttribute": Link = attribute; break;
            case "JsonColumnAttribute": Json = attribute; break;
            case "ScaleAttribute": Scale = attribute; break;
            case "IndexAttribute": Index = attribute; break;
            case "UniqueAttribute": Unique = attribute; break;
            case "LocalOnlyAttribute": LocalOnly = attribute; break;
            case "CreatedAtAttribute": CreatedAt = attribute; break;
            case "UpdatedAtAttribute": UpdatedAt = attribute; break;
            case "RenamedFromAttribute": RenamedFrom = attribute; break;
        }
    }

    private void NoteRule(AttributeData attribute, string name)
    {
        switch (name)
        {
            case "RequiredAttribute": Required = attribute; break;
            case "StringLengthAttribute": StringLength = attribute; break;
            case "MaxLengthAttribute": MaxLength = attribute; break;
            case "MinLengthAttribute": MinLength = attribute; break;
            case "RangeAttribute": Range = attribute; break;
            case "RegularExpressionAttribute": Pattern = attribute; break;
            case "LengthAttribute": Length = attribute; break;
            case "EmailAddressAttribute": Email = attribute; break;
        }
    }
}
