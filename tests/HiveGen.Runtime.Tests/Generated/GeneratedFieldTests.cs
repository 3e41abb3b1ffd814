using HiveGen.Generated;
using Xunit;

namespace HiveGen.Tests.Generated;

public sealed class GeneratedFieldTests
{
    [Fact]
    public void A_value_larger_than_a_field_is_refused_instead_of_written_over_its_neighbours()
    {
        GeneratedField field = new("size", "size", "Size", FieldKind.Decimal);
        Assert.Throws<ArgumentException>("value", () => field.Default((1m, 2m)));
        Assert.Same(field, field.Default(1m));
    }

    [Theory]
    [InlineData("SByte", -3, false)]
    [InlineData("SByte", -2, true)]
    [InlineData("Int32", 5, true)]
    [InlineData("Int32", 6, false)]
    [InlineData("Int64", -3, false)]
    [InlineData("UInt64", 5, true)]
    [InlineData("Single", -2, true)]
    [InlineData("Single", 5.5, false)]
    [InlineData("Double", 5, true)]
    [InlineData("Double", -2.5, false)]
    [InlineData("Decimal", -2, true)]
    [InlineData("Decimal", 5.1, false)]
    public void A_range_holds_for_both_its_ends(string kind, double value, bool isWithin)
    {
        FieldKind type = Enum.Parse<FieldKind>(kind);
        GeneratedField field = new GeneratedField("n", "n", "N", type).Range("-2", "5").Scale(2);
        FieldValue given = FieldValue.Unboxed(type, Convert.ChangeType(value, Enum.Parse<TypeCode>(kind), System.Globalization.CultureInfo.InvariantCulture));
        Violations violations = default;

        FieldCheck.Dto(field, in given, ref violations);

        Assert.Equal(isWithin ? [] : ["n"], violations.Errors.Select(static error => error.Field));
    }
}
