using System.Text.RegularExpressions;
using Xunit;

namespace HiveGen.Tests.Validation;

public sealed class CheckTests
{
    private delegate void Rule(ref Violations violations);

    [Fact]
    public void Half_a_surrogate_pair_is_no_text()
    {
        // Not in attributes: metadata is UTF-8, which would replace the halves.
        foreach (bool synced in (bool[])[true, false])
        {
            Assert.All(["", "é\U0001F600"], text => Assert.True(Passes((ref v) => Check.Text(ref v, "F", text, synced))));
            Assert.All(["\uD83D", "\uDE00\uD83D", "a\uDE00", "\U0001F600\uDE00", "\uD83Da"], text => Assert.False(Passes((ref v) => Check.Text(ref v, "F", text, synced))));
        }
    }

    [Fact]
    public void NUL_is_refused_only_where_it_would_leave_the_hive()
    {
        Assert.False(Passes(static (ref v) => Check.Text(ref v, "F", "a\0b", synced: true)));
        Assert.True(Passes(static (ref v) => Check.Text(ref v, "F", "a\0b", synced: false)));
    }

    [Theory]
    [InlineData("", 0, 3, true)]
    [InlineData("", 1, 3, false)]
    [InlineData("abc", 1, 3, true)]
    [InlineData("abcd", 1, 3, false)]
    [InlineData("\U0001F600\U0001F600\U0001F600", 3, 3, true)]
    [InlineData("\U0001F600\U0001F600", 3, 3, false)]
    [InlineData("\U0001F600", 2, 9, false)]
    [InlineData("a", int.MaxValue, int.MaxValue, false)]
    [InlineData(null, 1, 3, true)]
    public void Lengths_count_code_points(string? text, int min, int max, bool valid) => Assert.Equal(valid, Passes((ref v) => Check.Length(ref v, "F", text, min, max)));

    [Fact]
    public void Ranges_include_both_ends_and_no_NaN()
    {
        Assert.True(Passes(static (ref v) => Check.Range(ref v, "F", 1, 1, 3)));
        Assert.True(Passes(static (ref v) => Check.Range(ref v, "F", 3, 1, 3)));
        Assert.True(Passes(static (ref v) => Check.Range<int>(ref v, "F", null, 1, 3)));
        Assert.False(Passes(static (ref v) => Check.Range(ref v, "F", 0, 1, 3)));
        Assert.False(Passes(static (ref v) => Check.Range(ref v, "F", 3.01m, 1m, 3m)));
        Assert.False(Passes(static (ref v) => Check.Range(ref v, "F", double.NaN, 1.0, 3.0)));
    }

    [Theory]
    [InlineData("ab", true)]
    [InlineData("xab", false)]
    [InlineData("abx", false)]
    [InlineData("ab\n", false)]
    [InlineData("", true)]
    [InlineData(null, true)]
    public void Patterns_match_the_whole_text(string? text, bool valid) => Assert.Equal(valid, Passes((ref v) => Check.Pattern(ref v, "F", text, new Regex("ab"))));

    [Fact]
    public void A_pattern_that_takes_too_long_is_a_violation_and_no_exception()
    {
        Regex evil = new("^(a+)+$", RegexOptions.None, TimeSpan.FromMilliseconds(1));
        Assert.False(Passes((ref v) => Check.Pattern(ref v, "F", new string('a', 5000) + "!", evil)));
    }

    [Theory]
    [InlineData("a@b", true)]
    [InlineData("@b", false)]
    [InlineData("a@", false)]
    [InlineData("a@b@c", false)]
    [InlineData("a@b\n", false)]
    [InlineData("", false)]
    [InlineData(null, true)]
    public void An_address_has_one_at_between_other_letters(string? text, bool valid) => Assert.Equal(valid, Passes((ref v) => Check.Email(ref v, "F", text)));

    [Theory]
    [InlineData("acc_1", true)]
    [InlineData("", false)]
    [InlineData("a\tb", false)]
    [InlineData(null, false)]
    public void An_id_names_a_record(string? id, bool valid) => Assert.Equal(valid, Passes((ref v) => Check.Id(ref v, "F", id)));

    [Fact]
    public void Numbers_and_times_that_cannot_be_stored_exactly_are_refused()
    {
        Assert.False(Passes(static (ref v) => Check.Finite(ref v, "F", double.NaN)));
        Assert.False(Passes(static (ref v) => Check.Finite(ref v, "F", double.NegativeInfinity)));
        Assert.True(Passes(static (ref v) => Check.Finite(ref v, "F", double.MaxValue)));
        Assert.False(Passes(static (ref v) => Check.Int63(ref v, "F", 1UL << 63)));
        Assert.True(Passes(static (ref v) => Check.Int63(ref v, "F", long.MaxValue)));
        Assert.False(Passes(static (ref v) => Check.Scale(ref v, "F", 1.001m, 2)));
        Assert.True(Passes(static (ref v) => Check.Scale(ref v, "F", 1.000m, 2)));
        Assert.False(Passes(static (ref v) => Check.Kind(ref v, "F", new DateTime(2026, 1, 1))));
        Assert.True(Passes(static (ref v) => Check.Kind(ref v, "F", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local))));
    }

    [Fact]
    public void Every_wrong_field_is_named_in_one_exception()
    {
        Violations violations = default;
        Check.Required(ref violations, "A", null);
        Check.Defined(ref violations, "B", defined: false, "X, Y");
        Check.Required(ref violations, "C", "");
        HiveValidationException? error = null;
        try
        {
            violations.ThrowIfAny("M");
        }
        catch (HiveValidationException e)
        {
            error = e;
        }

        Assert.Equal(["A", "B"], error!.Errors.Select(static e => e.Field));
        Assert.Contains("B: must be one of X, Y.", error.Message, StringComparison.Ordinal);
    }

    private static bool Passes(Rule rule)
    {
        Violations violations = default;
        rule(ref violations);
        Assert.Equal(violations.Any, violations.Errors.Count > 0);
        return !violations.Any;
    }
}
