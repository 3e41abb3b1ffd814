using HiveGen.Targets;
using Xunit;

namespace HiveGen.Tests.Values;

public sealed class FieldSetTests
{
    [Fact]
    public void It_holds_each_of_128_fields_and_no_other()
    {
        FieldSet all = default;
        for (int field = 0; field < 128; field++)
        {
            FieldSet one = default;
            one.Add(field);
            Assert.Equal([field], Enumerable.Range(0, 128).Where(one.Has));
            Assert.False(all.Has(field));
            all.Add(field);
            all.Add(field);
            Assert.Equal(field + 1, all.Count);
            Assert.Equal(field, all.Without(one).Count);
            Assert.False(one.IsEmpty);
            Assert.True(one.Without(all).IsEmpty);
            Assert.Equal(field == 0, one.Equals(all));
        }
    }
}
