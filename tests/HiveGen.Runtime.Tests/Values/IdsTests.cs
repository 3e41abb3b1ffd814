using Xunit;

namespace HiveGen.Tests.Values;

public sealed class IdsTests
{
    [Fact]
    public async Task Text_ids_have_their_prefix_and_sixteen_digits_and_are_all_different()
    {
        string[][] ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(static _ => Task.Run(static () => Enumerable.Range(0, 5000).Select(static _ => Ids.NewText("acc")).ToArray())));
        Assert.All(ids.SelectMany(static some => some), static id => Assert.Matches("^acc_[0-9a-f]{16}$", id));
        Assert.Equal(40_000, ids.SelectMany(static some => some).Distinct().Count());
    }

    [Fact]
    public void Every_digit_is_as_likely_as_the_others()
    {
        int[] counts = new int[16];
        for (int i = 0; i < 10_000; i++)
        {
            foreach (char digit in Ids.NewText("x").AsSpan(2))
            {
                counts[Convert.ToInt32(digit.ToString(), 16)]++;
            }
        }

        Assert.All(counts, static count => Assert.InRange(count, 9_400, 10_600)); // 6 standard deviations
    }
}
