using HiveGen.Generator.Naming;

namespace HiveGen.Generator.Model;

/// <summary>A property that is a column.</summary>
/// <param name="Name">The C# name, unescaped.</param>
/// <param name="Kind">The type.</param>
/// <param name="Traits">What else is true of it.</param>
/// <param name="Type">The full name of a JSON type; null for other kinds.</param>
/// <param name="Context">The full name of the serializer context of a JSON type.</param>
/// <param name="Scale">The places of a decimal.</param>
/// <param name="Default">The constant initialiser as invariant text: digits, true, the text itself, an enum member's name.</param>
/// <param name="Link">The link, if it is one.</param>
/// <param name="Enum">The enum, if it is one.</param>
/// <param name="Rules">The rules of its values, if it has any.</param>
/// <param name="Former">The columns it was before, the newest name first.</param>
internal sealed record PropertySpec(
    string Name,
    PropertyKind Kind,
    PropertyTraits Traits,
    string? Type = null,
    string? Context = null,
    int Scale = 0,
    string? Default = null,
    LinkSpec? Link = null,
    EnumSpec? Enum = null,
    RuleSpec? Rules = null,
    EquatableArray<string> Former = default)
{
    private Memo column;
    private Memo jsonName;

    /// <summary>The column, unquoted.</summary>
    public string Column => column.Text ??= SnakeCase.From(Name);

    /// <summary>The name in JSON.</summary>
    public string JsonName => jsonName.Text ??= CamelCase.From(Name);

    public bool Has(PropertyTraits trait) => (Traits & trait) != 0;

    public bool IsNullable => Has(PropertyTraits.Nullable);

    public bool IsId => Has(PropertyTraits.Id);

    public bool IsLocal => Has(PropertyTraits.LocalOnly);

    /// <summary>How its values are stored: a link's as its id.</summary>
    public PropertyKind Stored => Link?.Key ?? Kind;
}
