using HiveGen.Targets;

namespace HiveGen.Generator.Tests;

/// <summary>What the DataAnnotations of a property ask of its values, on the wire and in the client.</summary>
public sealed class RuleTests
{
    [Theory]
    [InlineData("StringLength(5)", "string?", "..5")]
    [InlineData("StringLength(5, MinimumLength = 2)", "string?", "2..5")]
    [InlineData("MinLength(2)", "string?", "2..")]
    [InlineData("MaxLength(5)", "string?", "..5")]
    [InlineData("MaxLength", "string?", null)]
    [InlineData("Length(2, 5)", "string?", "2..5")]
    [InlineData("MinLength(1), StringLength(9, MinimumLength = 3), MaxLength(7), Length(2, 8)", "string?", "3..7")]
    [InlineData("MinLength(4), StringLength(6, MinimumLength = 3), MaxLength(7), Length(2, 8)", "string?", "4..6")]
    [InlineData("MinLength(1), Length(2, 8)", "string?", "2..8")]
    [InlineData("StringLength(3, MinimumLength = 3)", "string?", "3..3")]
    [InlineData("Required", "string?", "1..")]
    [InlineData("Required(AllowEmptyStrings = true)", "string?", null)]
    [InlineData("Required(AllowEmptyStrings = false), MinLength(3)", "string?", "3..")]
    [InlineData("Required", "int?", null)]
    [InlineData("EmailAddress", "string?", "email")]
    [InlineData("RegularExpression(\"a+\")", "string?", "/a+/")]
    [InlineData("RegularExpression(\"a\", MatchTimeoutInMilliseconds = -1)", "string?", "/a/")]
    [InlineData("Range(1, 2)", "int", "1<=2")]
    [InlineData("Range(2, 2)", "int", "2<=2")]
    [InlineData("Range(1, 9)", "byte", "1<=9")]
    [InlineData("Range(1.5, 2.5)", "decimal", "1.5<=2.5")]
    [InlineData("Range(1, double.MaxValue)", "decimal", "1<=79228162514264337593543950335")]
    [InlineData("Range(double.MinValue, 1)", "long", "-79228162514264337593543950335<=1")]
    [InlineData("Range(typeof(decimal), \"0.01\", \"99.99\")", "decimal", "0.01<=99.99")]
    [InlineData("Range(0.5, 1e10)", "double", "0.5<=10000000000")]
    [InlineData("Range(typeof(double), \"-1e-3\", \"2\")", "float", "-0.001<=2")]
    public void A_rule_binds_the_wire(string attributes, string type, string? expected)
    {
        HiveModel model = EmittedSchema.Of($"using System.ComponentModel.DataAnnotations; namespace App; [HiveModel(Sync = \"xs\")] public sealed partial class X {{ [{attributes}] public {type} A {{ get; set; }} }}").Models[0];

        Assert.Equal(expected, Text(model.Sync!.Fields[1].Rules));
    }

    [Theory]
    [InlineData("namespace Other { public sealed class EmailAddressAttribute : Attribute { } }", "Other.EmailAddress")]
    [InlineData("namespace My.DataAnnotations { public sealed class EmailAddressAttribute : Attribute { } }", "My.DataAnnotations.EmailAddress")]
    [InlineData("namespace My.HiveGen { public sealed class UniqueAttribute : Attribute { } }", "My.HiveGen.Unique")]
    [InlineData("public static class Outer { public sealed class UniqueAttribute : Attribute { } }", "Outer.Unique")]
    public void An_attribute_of_that_name_from_elsewhere_says_nothing(string declared, string attribute)
    {
        HiveModel model = EmittedSchema.Of($"[HiveModel(Sync = \"xs\")] public sealed partial class X {{ [{attribute}] public string? A {{ get; set; }} }} {declared}").Models[0];

        Assert.Null(Text(model.Sync!.Fields[1].Rules));
        Assert.Empty(model.Indexes);
    }

    private static string? Text(FieldRules? rules) => rules is null ? null
        : rules.Email ? "email"
        : rules.Pattern is not null ? "/" + rules.Pattern + "/"
        : rules.Minimum is not null || rules.Maximum is not null ? FormattableString.Invariant($"{rules.Minimum}<={rules.Maximum}")
        : $"{rules.MinLength}..{rules.MaxLength}";
}
