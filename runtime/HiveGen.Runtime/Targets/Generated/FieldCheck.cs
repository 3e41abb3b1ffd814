using System.Globalization;
using System.Text.Json;

namespace HiveGen.Targets;

/// <summary>The rules of a field of a generated DTO.</summary>
internal static class FieldCheck
{
    /// <summary>Notes what is wrong with the value of a field that was given, or must have been.</summary>
    public static void Run(GeneratedField field, in FieldValue value, ref Violations violations)
    {
        bool mayBeNull = field.IsNullable && !field.Has(FieldTraits.Refused);
        if (value.IsNull && !mayBeNull)
        {
            violations.Add(field.Name, Check.RequiredMessage);
            return;
        }

        if (field.Kind == FieldKind.Text && field.Has(FieldTraits.Id))
        {
            Check.Text(ref violations, field.Name, value.Text, synced: true);
            if (!value.IsNull)
            {
                Check.Id(ref violations, field.Name, value.Text);
            }

            return;
        }

        Type(field, in value, ref violations);
        if (field.HasRules)
        {
            Rules(field, in value, ref violations);
        }
    }

    private static void Type(GeneratedField field, in FieldValue value, ref Violations violations)
    {
        switch (field.Kind)
        {
            case FieldKind.Text:
                Check.Text(ref violations, field.Name, value.Text, synced: true);
                break;
            case FieldKind.Enum or FieldKind.Json:
                field.Type!.Check(ref violations, field.Name, in value);
                break;
            case FieldKind.Single:
                Check.Finite(ref violations, field.Name, value.Get<float>());
                break;
            case FieldKind.Double:
                Check.Finite(ref violations, field.Name, value.Get<double>());
                break;
            case FieldKind.Decimal:
                Check.Scale(ref violations, field.Name, value.Get<decimal>(), field.Places);
                break;
            case FieldKind.UInt64:
                Check.Int63(ref violations, field.Name, value.Get<ulong>());
                break;
            case FieldKind.DateTime:
                Check.Kind(ref violations, field.Name, value.Get<DateTime>());
                break;
            case FieldKind.JsonElement when value.Json is { ValueKind: JsonValueKind.Undefined }:
                violations.Add(field.Name, "holds no JSON value.");
                break;
        }
    }

    private static void Rules(GeneratedField field, in FieldValue value, ref Violations violations)
    {
        if (field.MinLength is not null || field.MaxLength is not null)
        {
            Check.Length(ref violations, field.Name, value.Text, field.MinLength ?? 0, field.MaxLength ?? int.MaxValue);
        }

        if (field is { Minimum: { } least, Maximum: { } greatest })
        {
            Range(field, in value, least, greatest, ref violations);
        }

        if (field.Regex is { } regex)
        {
            Check.Pattern(ref violations, field.Name, value.Text, regex);
        }

        if (field.IsEmail)
        {
            Check.Email(ref violations, field.Name, value.Text);
        }
    }

    private static void Range(GeneratedField field, in FieldValue value, string least, string greatest, ref Violations violations)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        switch (field.Kind)
        {
            case FieldKind.Single:
                Check.Range<float>(ref violations, field.Name, value.Get<float>(), float.Parse(least, invariant), float.Parse(greatest, invariant));
                break;
            case FieldKind.Double:
                Check.Range<double>(ref violations, field.Name, value.Get<double>(), double.Parse(least, invariant), double.Parse(greatest, invariant));
                break;
            default:
                Check.Range<decimal>(ref violations, field.Name, Number(field.Kind, in value), decimal.Parse(least, NumberStyles.Float, invariant), decimal.Parse(greatest, NumberStyles.Float, invariant));
                break;
        }
    }

    private static decimal? Number(FieldKind kind, in FieldValue value) => kind switch
    {
        FieldKind.Byte => value.Get<byte>(),
        FieldKind.SByte => value.Get<sbyte>(),
        FieldKind.Int16 => value.Get<short>(),
        FieldKind.UInt16 => value.Get<ushort>(),
        FieldKind.Int32 => value.Get<int>(),
        FieldKind.UInt32 => value.Get<uint>(),
        FieldKind.Int64 => value.Get<long>(),
        FieldKind.UInt64 => value.Get<ulong>(),
        _ => value.Get<decimal>(),
    };
}
