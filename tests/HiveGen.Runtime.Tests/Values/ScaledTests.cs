using Xunit;

namespace HiveGen.Tests.Values;

public sealed class ScaledTests
{
    [Fact]
    public void Every_integer_comes_back_at_every_scale()
    {
        Random random = new(11);
        for (int places = 0; places <= 18; places++)
        {
            foreach (long units in (long[])[0, 1, -1, long.MaxValue, long.MinValue, .. Enumerable.Range(0, 200).Select(_ => random.NextInt64(long.MinValue, long.MaxValue))])
            {
                decimal value = Scaled.Read(units, places);
                Assert.Equal(units, Scaled.Write(value, places));
                Assert.True(units == long.MinValue || Scaled.Fits(value, places));
            }
        }
    }

    [Theory]
    [InlineData("1.005", 2)]
    [InlineData("-0.00001", 4)]
    [InlineData("92233720368547758.08", 2)]
    [InlineData("79228162514264337593543950335", 0)]
    [InlineData("79228162514264337593543950335", 18)]
    [InlineData("-79228162514264337593543950335", 18)]
    public void What_does_not_fit_is_refused_and_never_rounded(string text, int places)
    {
        decimal value = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        Assert.False(Scaled.Fits(value, places));
        Assert.Throws<OverflowException>(() => Scaled.Write(value, places));
    }

    [Fact]
    public void Trailing_zeros_do_not_count_as_places() => Assert.Equal(150, Scaled.Write(1.5000m, 2));

    [Fact]
    public void Values_order_as_their_integers_do()
    {
        decimal[] values = [-10.5m, -0.01m, 0m, 0.01m, 9.99m, 10m, 1e15m];
        Assert.Equal(values.Order(), values.OrderBy(value => Scaled.Write(value, 2)));
    }
}
