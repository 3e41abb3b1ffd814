using System.Text.Json;

namespace HiveGen.Generated;

/// <summary>The rules of a field, which bind the client and the router alike.</summary>
internal static class FieldCheck
{
    /// <summary>Notes what is wrong with the value of a DTO's field that was given, or must have been; under its JSON name.</summary>
    public static void Dto(GeneratedField field, in FieldValue value, ref Violations violations)
    {
        if (Run(field, field.Name, in value, isSynced: true, ref violations) && field.Kind == FieldKind.Json)
        {
            field.Type!.Check(ref violations, field.Name, in value);
        }
    }

    /// <summary>Notes what is wrong with the value of a record's property, under the name it has in C#.</summary>
    public static void Record(GeneratedField field, in FieldValue value, bool isSynced, ref Violations violations)
        => Run(field, field.Property, in value, isSynced, ref violations);

    /// <returns>False where the value is missing.</returns>
    private static bool Run(GeneratedField field, string name, in FieldValue value, bool isSynced, ref Violations violations)
    {
        bool mayBeNull = field.IsNullable && !field.Has(FieldTraits.Refused);
        if (value.IsNull && !mayBeNull)
        {
            violations.Add(name, Check.RequiredMessage);
            return false;
        }

        if (field.Kind == FieldKind.Text && field.Has(FieldTraits.Id))
        {
            Check.Text(ref violations, name, value.Text, synced: true);
            if (!value.IsNull)
            {
                Check.Id(ref violations, name, value.Text);
            }

            return true;
        }

        Type(field, name, in value, isSynced, ref violations);
        if (field.HasRules)
        {
            Rules(field, name, in value, ref violations);
        }

        return true;
    }

    private static void Type(GeneratedField field, string name, in FieldValue value, bool isSynced, ref Violations violations)
    {
        switch (field.Kind)
        {
            case FieldKind.Text:
                Check.Text(ref violations, name, value.Text, synced: isSynced);
                break;
            case FieldKind.Enum:
                field.Type!.Check(ref violations, name, in value);
                break;
            case FieldKind.Single:
                Check.Finite(ref violations, name, value.Get<float>());
                break;
            case FieldKind.Double:
                Check.Finite(ref violations, name, value.Get<double>());
                break;
            case FieldKind.Decimal:
                Check.Scale(ref violations, name, value.Get<decimal>(), field.Places);
                break;
            case FieldKind.UInt64:
                Check.Int63(ref violations, name, value.Get<ulong>());
                break;
            case FieldKind.DateTime:
                Check.Kind(ref violations, name, value.Get<DateTime>());
                break;
            case FieldKind.JsonElement when value.Json is { ValueKind: JsonValueKind.Undefined }:
                violations.Add(name, "holds no JSON value.");
                break;
        }
    }

    private static void Rules(GeneratedField field, string name, in FieldValue value, ref Violations violations)
    {
        if (field.MinLength is not null || field.MaxLength is not null)
        {
            Check.Length(ref violations, name, value.Text, field.MinLength ?? 0, field.MaxLength ?? int.MaxValue);
        }

        if (field.Minimum is not null)
        {
            Range(field, name, in value, ref violations);
        }

        if (field.Regex is { } regex)
        {
            Check.Pattern(ref violations, name, value.Text, regex);
        }

        if (field.IsEmail)
        {
            Check.Email(ref violations, name, value.Text);
        }
    }

    private static void Range(GeneratedField field, string name, in FieldValue value, ref Violations violations)
    {
        (FieldValue least, FieldValue greatest) = field.Limits;
        switch (field.Kind)
        {
            case FieldKind.Single:
                Check.Range<float>(ref violations, name, value.Get<float>(), least.Get<float>()!.Value, greatest.Get<float>()!.Value);
                break;
            case FieldKind.Double:
                Check.Range<double>(ref violations, name, value.Get<double>(), least.Get<double>()!.Value, greatest.Get<double>()!.Value);
                break;
            default:
                Check.Range<decimal>(ref violations, name, Number(field.Kind, in value), least.Get<decimal>()!.Value, greatest.Get<decimal>()!.Value);
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
