using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Threading;
using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HiveGen.Generator.Parsing;

/// <summary>Reads the initialiser of a property: a constant becomes the column's default, anything else means 'not required'.</summary>
internal static class InitializerParser
{
    /// <returns>Whether the property is initialised; the constant, as invariant text, when it is one.</returns>
    public static bool Parse(IPropertySymbol property, PropertyKind kind, EnumSpec? @enum, Compilation compilation, CancellationToken cancellationToken, out string? constant)
    {
        constant = null;
        ImmutableArray<SyntaxReference> declarations = property.DeclaringSyntaxReferences;
        if (declarations.IsEmpty)
        {
            return true; // compiled elsewhere: what its constructor sets cannot be seen, so it may be left out
        }

        SyntaxNode node = declarations[0].GetSyntax(cancellationToken);
        ExpressionSyntax? value = node switch
        {
            PropertyDeclarationSyntax declaration => declaration.Initializer?.Value,
            ParameterSyntax parameter => parameter.Default?.Value,
            _ => null,
        };
        if (value is null || IsNothing(value))
        {
            return false;
        }

        constant = Format(Value(value, compilation, cancellationToken), kind, @enum, property);
        return true;
    }

    /// <summary><c>null!</c> and <c>default!</c> only quiet the compiler, and <c>null</c> is there anyway; they initialise nothing.</summary>
    private static bool IsNothing(ExpressionSyntax value)
        => value.IsKind(SyntaxKind.NullLiteralExpression)
        || value is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression } };

    private static object? Value(ExpressionSyntax value, Compilation compilation, CancellationToken cancellationToken)
    {
        switch (value)
        {
            case LiteralExpressionSyntax literal when !literal.IsKind(SyntaxKind.DefaultLiteralExpression):
                return literal.Token.Value;
            case ObjectCreationExpressionSyntax or ImplicitObjectCreationExpressionSyntax or CollectionExpressionSyntax or InvocationExpressionSyntax:
                return null;
        }

        SemanticModel model = compilation.GetSemanticModel(value.SyntaxTree);
        Optional<object?> constant = model.GetConstantValue(value, cancellationToken);
        if (constant.HasValue)
        {
            return constant.Value;
        }

        return model.GetSymbolInfo(value, cancellationToken).Symbol is IFieldSymbol { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } ? "" : null;
    }

    private static string? Format(object? value, PropertyKind kind, EnumSpec? @enum, IPropertySymbol property) => value switch
    {
        null => null,
        string text => kind == PropertyKind.Text ? text : null,
        bool truth => kind == PropertyKind.Bool ? (truth ? "true" : "false") : null,
        double or float => Floating(Convert.ToDouble(value, CultureInfo.InvariantCulture), kind),
        char => null,
        _ when @enum is not null => EnumMember(value, property),
        IFormattable number when kind is >= PropertyKind.Byte and <= PropertyKind.Decimal => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string? Floating(double value, PropertyKind kind)
        => kind is not (PropertyKind.Single or PropertyKind.Double) || double.IsNaN(value) || double.IsInfinity(value)
            ? null
            : value.ToString("R", CultureInfo.InvariantCulture);

    private static string? EnumMember(object value, IPropertySymbol property)
    {
        foreach (ISymbol symbol in TypeClassifier.Unwrap(property.Type, out _).GetMembers())
        {
            if (symbol is IFieldSymbol { HasConstantValue: true } field && Convert.ToDecimal(field.ConstantValue, CultureInfo.InvariantCulture) == Convert.ToDecimal(value, CultureInfo.InvariantCulture))
            {
                return field.Name;
            }
        }

        return null;
    }
}
