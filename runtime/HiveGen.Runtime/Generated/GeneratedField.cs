using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using HiveGen.Targets;

namespace HiveGen.Generated;

/// <summary>A field of a generated model, as generated code describes it: from this list the runtime does what it does with each field.</summary>
/// <param name="name">The JSON name, camelCase.</param>
/// <param name="column">The name in SQL, snake_case, unquoted.</param>
/// <param name="property">The C# property.</param>
/// <param name="kind">The type.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class GeneratedField(string name, string column, string property, FieldKind kind)
{
    private FieldTraits traits;

    internal string Name => name;

    internal string Column => column;

    internal string Property => property;

    internal FieldKind Kind => kind;

    internal bool IsNullable => Has(FieldTraits.Nullable);

    internal bool IsRequired => Has(FieldTraits.Required);

    internal FieldType? Type { get; private set; }

    internal int? MinLength { get; private set; }

    internal int? MaxLength { get; private set; }

    internal string? Minimum { get; private set; }

    internal string? Maximum { get; private set; }

    /// <summary>The limits as values of the type in which the field is compared: float, double, else decimal.</summary>
    internal (FieldValue Least, FieldValue Greatest) Limits { get; private set; }

    internal Regex? Regex { get; private set; }

    internal bool IsEmail { get; private set; }

    internal int Places { get; private set; }

    internal bool HasRules => MinLength is not null || MaxLength is not null || Minimum is not null || Regex is not null || IsEmail;

    /// <summary>What a create that leaves the field out means; null when there is no such constant.</summary>
    internal FieldValue? Constant { get; private set; }

    /// <summary>The names of an enum's values.</summary>
    internal IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>Further names of an enum's values, which are read and never written.</summary>
    internal IReadOnlyList<string> Aliases { get; private set; } = [];

    /// <summary>The names the column had before, the newest first.</summary>
    internal IReadOnlyList<string> FormerNames { get; private set; } = [];

    /// <summary>The most places of a decimal.</summary>
    public GeneratedField Scale(int places)
    {
        Places = places;
        return this;
    }

    /// <summary>The limits of a text's length in code points; null for none.</summary>
    public GeneratedField Length(int? min, int? max)
    {
        MinLength = min;
        MaxLength = max;
        return this;
    }

    /// <summary>The limits of a number, both included, as invariant digits.</summary>
    public GeneratedField Range(string min, string max)
    {
        Minimum = min;
        Maximum = max;
        Limits = (ToValue(min), ToValue(max));
        return this;
    }

    /// <summary>The pattern that a whole text must match, and how many milliseconds that may take; below zero for any.</summary>
    public GeneratedField Pattern(string pattern, int timeout)
    {
        Regex = new(pattern, RegexOptions.CultureInvariant, timeout < 0 ? Regex.InfiniteMatchTimeout : TimeSpan.FromMilliseconds(timeout));
        return this;
    }

    /// <summary>The names the column had before, the newest first.</summary>
    public GeneratedField Former(params string[] names)
    {
        FormerNames = names;
        return this;
    }

    /// <summary>The text is an e-mail address.</summary>
    public GeneratedField Email()
    {
        IsEmail = true;
        return this;
    }

    /// <summary>The text that a create may leave out.</summary>
    public GeneratedField DefaultText(string value)
    {
        Constant = FieldValue.Of((object?)value);
        return this;
    }

    /// <summary>The value that a create may leave out.</summary>
    /// <typeparam name="T">The type of the field's kind.</typeparam>
    public GeneratedField Default<T>(T value)
        where T : unmanaged
    {
        Constant = FieldValue.Of<T>(value);
        return this;
    }

    /// <summary>The enum: how its values are written, read and known, and their names with commas between.</summary>
    public GeneratedField Enum<T>(Func<T, string> write, Func<string, T> read, Func<T, bool> isDefined, string names, params string[] aliases)
        where T : unmanaged, Enum
    {
        Type = new FieldEnum<T>(write, read, isDefined, names);
        Names = names.Split(", ", StringSplitOptions.RemoveEmptyEntries);
        Aliases = aliases;
        return this;
    }

    /// <summary>The type that is JSON.</summary>
    public GeneratedField Json<T>(Func<JsonTypeInfo<T>> info)
    {
        Type = new FieldJsonType<T>(info);
        return this;
    }

    /// <summary>The value type that is JSON and may be null.</summary>
    public GeneratedField NullableJson<T>(Func<JsonTypeInfo<T>> info)
        where T : struct
    {
        Type = new FieldNullableJsonType<T>(info);
        return this;
    }

    internal bool Has(FieldTraits trait) => (traits & trait) != 0;

    internal SyncField ToSyncField() => new(name, column, property, ToSyncType(), IsNullable, IsRequired, Places)
    {
        Values = kind == FieldKind.Enum ? Names : null,
        Rules = HasRules ? new FieldRules { MinLength = MinLength, MaxLength = MaxLength, Minimum = Limit(Minimum), Maximum = Limit(Maximum), Pattern = Regex?.ToString(), Email = IsEmail } : null,
    };

    private FieldValue ToValue(string number) => kind switch
    {
        FieldKind.Single => FieldValue.Of<float>(float.Parse(number, CultureInfo.InvariantCulture)),
        FieldKind.Double => FieldValue.Of<double>(double.Parse(number, CultureInfo.InvariantCulture)),
        _ => FieldValue.Of<decimal>(decimal.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture)),
    };

    /// <summary>A limit wider than any decimal is no limit worth showing.</summary>
    private static decimal? Limit(string? number)
        => decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal limit) ? limit : null;

    private SyncType ToSyncType() => kind switch
    {
        FieldKind.Text => SyncType.Text,
        FieldKind.Bool => SyncType.Bool,
        FieldKind.Byte or FieldKind.SByte or FieldKind.Int16 or FieldKind.UInt16 or FieldKind.Int32 => SyncType.Int32,
        FieldKind.UInt32 or FieldKind.Int64 or FieldKind.UInt64 => SyncType.Int64,
        FieldKind.Single or FieldKind.Double => SyncType.Double,
        FieldKind.Decimal => SyncType.Decimal,
        FieldKind.DateTime or FieldKind.DateTimeOffset => SyncType.Timestamp,
        FieldKind.DateOnly => SyncType.Date,
        FieldKind.TimeOnly => SyncType.Time,
        FieldKind.TimeSpan => SyncType.Duration,
        FieldKind.Guid => SyncType.Guid,
        FieldKind.Blob => SyncType.Blob,
        FieldKind.Enum => SyncType.Enum,
        _ => SyncType.Json,
    };
}
