using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace HiveGen.Generated;

/// <summary>The rules of a field as the attributes that OpenAPI documents read.</summary>
internal static class FieldAttributes
{
    public static Func<Attribute[]>? Of(GeneratedField field) => field.HasRules ? () => Make(field) : null;

    private static Attribute[] Make(GeneratedField field)
    {
        List<Attribute> attributes = [];
        if (field.MinLength is not null || field.MaxLength is not null)
        {
            attributes.Add(new StringLengthAttribute(field.MaxLength ?? int.MaxValue) { MinimumLength = field.MinLength ?? 0 });
        }

        if (field is { Minimum: { } least, Maximum: { } greatest })
        {
            attributes.Add(new RangeAttribute(double.Parse(least, CultureInfo.InvariantCulture), double.Parse(greatest, CultureInfo.InvariantCulture)));
        }

        if (field.Regex is { } regex)
        {
            attributes.Add(new RegularExpressionAttribute(regex.ToString()));
        }

        if (field.IsEmail)
        {
            attributes.Add(new EmailAddressAttribute());
        }

        return [.. attributes];
    }
}
