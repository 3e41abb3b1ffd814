using Microsoft.CodeAnalysis;

namespace HiveGen.Package.Tests;

/// <summary>How a type and a member read.</summary>
internal static class ApiFormat
{
    public static readonly SymbolDisplayFormat Name = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance);

    private static readonly SymbolDisplayFormat Short = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeExplicitInterface,
        kindOptions: SymbolDisplayKindOptions.None,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral);

    private static readonly SymbolDisplayFormat Reference = Short.WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters);

    private static readonly SymbolDisplayFormat Constrained = Name.WithGenericsOptions(Name.GenericsOptions | SymbolDisplayGenericsOptions.IncludeTypeConstraints).WithMiscellaneousOptions(Short.MiscellaneousOptions);

    /// <summary>As in <c>public sealed class HiveGen.Codec&lt;T&gt; : IDisposable</c>; a delegate with all it takes.</summary>
    public static string Head(INamedTypeSymbol type)
    {
        string name = type.ToDisplayString(Name);
        if (type.TypeKind == TypeKind.Delegate)
        {
            IMethodSymbol invoke = type.DelegateInvokeMethod!;
            return $"delegate {invoke.ReturnType.ToDisplayString(Short)} {name}({string.Join(", ", invoke.Parameters.Select(static parameter => parameter.ToDisplayString(Short)))})";
        }

        INamedTypeSymbol?[] bases = [type.BaseType is { SpecialType: SpecialType.None } and not { Name: "Attribute" or "ValueType" } ? type.BaseType : null, .. type.Interfaces.Where(static one => one.DeclaredAccessibility == Accessibility.Public)];
        string attribute = type.BaseType?.Name == "Attribute" ? "System.Attribute" : "";
        string from = string.Join(", ", bases.OfType<INamedTypeSymbol>().Select(static one => one.ToDisplayString(Reference)).Prepend(attribute).Where(static text => text.Length > 0));
        string constraints = type.ToDisplayString(Constrained);
        int where = constraints.IndexOf(" where ", StringComparison.Ordinal);
        return $"{Modifiers(type)} {name}{(from.Length > 0 && type.TypeKind != TypeKind.Enum ? " : " + from : "")}{(where < 0 ? "" : constraints[where..])}";
    }

    public static string Member(ISymbol member) => member switch
    {
        { ContainingType.TypeKind: TypeKind.Interface, IsStatic: true } => $"static {(member.IsAbstract ? "abstract " : "")}{member.ToDisplayString(Short)}",
        { ContainingType.TypeKind: TypeKind.Interface, IsVirtual: true } => "virtual " + member.ToDisplayString(Short),
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } value => $"{value.Name} = {Convert.ToString(value.ConstantValue, System.Globalization.CultureInfo.InvariantCulture)}",
        IPropertySymbol { IsRequired: true } => Protected(member) + "required " + member.ToDisplayString(Short),
        _ => Protected(member) + member.ToDisplayString(Short),
    };

    private static string Protected(ISymbol member) => member.DeclaredAccessibility == Accessibility.Public ? "" : "protected ";

    private static string Modifiers(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Enum } => "enum",
        { TypeKind: TypeKind.Struct } => (type.IsReadOnly ? "readonly " : "") + (type.IsRefLikeType ? "ref " : "") + "struct",
        { IsStatic: true } => "static class",
        { IsAbstract: true } => "abstract class",
        _ => (type.IsSealed ? "sealed " : "") + (type.IsRecord ? "record" : "class"),
    };
}
