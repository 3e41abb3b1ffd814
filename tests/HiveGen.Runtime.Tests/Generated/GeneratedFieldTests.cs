using HiveGen.Generated;
using Xunit;

namespace HiveGen.Tests.Targets;

public sealed class GeneratedFieldTests
{
    [Fact]
    public void A_value_larger_than_a_field_is_refused_instead_of_written_over_its_neighbours()
    {
        GeneratedField field = new("size", "size", "Size", FieldKind.Decimal, FieldTraits.None);
        Assert.Throws<ArgumentException>("value", () => field.Default((1m, 2m)));
        Assert.Same(field, field.Default(1m));
    }
}
