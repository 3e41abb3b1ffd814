using System.Text.Json.Nodes;

namespace HiveGen.Corpus;

/// <summary>The comparison finds what differs: with it stands and falls what the other tests say.</summary>
public sealed class MatcherTests
{
    [Theory]
    [InlineData("""{"a":[1,null,"x"]}""", """{"a":[1.0,null,"x"]}""")]
    [InlineData("""{"$any":"id","prefix":"acc"}""", "\"acc_0123456789abcdef\"")]
    [InlineData("""{"$any":"timestamp"}""", "\"2026-11-22T07:00:00.000Z\"")]
    [InlineData("""{"$any":"value"}""", "null")]
    [InlineData("""{"$template":"a <ID> at <TS> (<MS>)"}""", "\"a acc_0123456789abcdef at 2026-11-22T07:00:00.000Z (1733827678079)\"")]
    public void The_same_is_the_same(string expected, string actual) => Assert.Null(Matcher.Difference(JsonNode.Parse(expected), JsonNode.Parse(actual)));

    [Theory]
    [InlineData("""{"a":1}""", """{"a":1,"b":null}""")]
    [InlineData("""{"a":1,"b":null}""", """{"a":1}""")]
    [InlineData("[1,2]", "[2,1]")]
    [InlineData("[1]", "[1,1]")]
    [InlineData("1", "\"1\"")]
    [InlineData("null", "0")]
    [InlineData("true", "false")]
    [InlineData("""{"a":{}}""", """{"a":[]}""")]
    [InlineData("""{"$any":"id","prefix":"acc"}""", "\"use_0123456789abcdef\"")]
    [InlineData("""{"$any":"id","prefix":"acc"}""", "\"acc_0123456789ABCDEF\"")]
    [InlineData("""{"$any":"timestamp"}""", "\"2026-11-22 07:00:00\"")]
    [InlineData("""{"$any":"timestamp"}""", "null")]
    [InlineData("""{"$template":"<MS>"}""", "\"12\"")]
    public void Another_is_told(string expected, string actual) => Assert.NotNull(Matcher.Difference(JsonNode.Parse(expected), JsonNode.Parse(actual)));
}
