using System.Reflection;
using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Tests;

/// <summary>What travels through the pipeline holds no part of a compilation, and is equal when its parts are.</summary>
public sealed class ModelShapeTests
{
    private static readonly Assembly Generator = typeof(ModelSpec).Assembly;

    public static TheoryData<Type> Specs()
    {
        TheoryData<Type> data = [];
        foreach (Type type in Generator.GetTypes().Where(static type => type.Namespace == typeof(ModelSpec).Namespace && !type.Name.StartsWith('<') && !type.IsNested))
        {
            bool isStatic = type is { IsAbstract: true, IsSealed: true };
            if (!isStatic)
            {
                data.Add(type);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Specs))]
    public void A_spec_holds_no_Roslyn_type(Type type)
    {
        List<string> found = [];
        Search(type, type.Name, found, []);
        Assert.Equal([], found);
    }

    [Theory]
    [MemberData(nameof(Specs))]
    public void A_spec_has_value_equality(Type type)
    {
        Type closed = type.IsGenericTypeDefinition ? type.MakeGenericType(typeof(string)) : type;
        Assert.True(closed.IsEnum || typeof(IEquatable<>).MakeGenericType(closed).IsAssignableFrom(closed), $"{type} is not IEquatable<{type.Name}>");
        foreach (FieldInfo field in Fields(closed))
        {
            Type fieldType = Nullable.GetUnderlyingType(field.FieldType) ?? field.FieldType;
            bool isItems = closed != type && fieldType.IsArray;
            Assert.True(isItems || fieldType.IsEnum || typeof(IEquatable<>).MakeGenericType(fieldType).IsAssignableFrom(fieldType), $"{type.Name}.{field.Name} is compared by reference");
        }
    }

    [Fact]
    public void The_search_finds_Roslyn_types_wherever_they_hide()
    {
        List<string> found = [];
        Search(typeof(Bad), "Bad", found, []);
        Assert.Equal(4, found.Count);
    }

    private static void Search(Type type, string path, List<string> found, HashSet<Type> seen)
    {
        if (type.Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) is true || typeof(ISymbol).IsAssignableFrom(type))
        {
            found.Add(path);
            return;
        }

        if (!seen.Add(type) || type.IsPrimitive || type.IsEnum)
        {
            return;
        }

        if (type.HasElementType)
        {
            Search(type.GetElementType()!, path + "[]", found, seen);
        }

        foreach (Type argument in type.GetGenericArguments())
        {
            Search(argument, path + "<>", found, seen);
        }

        if (type.Assembly == Generator || type.Assembly == typeof(Bad).Assembly)
        {
            foreach (FieldInfo field in Fields(type))
            {
                Search(field.FieldType, $"{path}.{field.Name}", found, seen);
            }
        }
    }

    private static FieldInfo[] Fields(Type type) => type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);

    private sealed record Bad(INamedTypeSymbol Symbol, Location[] Locations, List<SyntaxNode> Nodes, (int, Compilation) Pair);
}
