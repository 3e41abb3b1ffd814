using System.Text.Json;
using HiveGen.Adapters.MongoDb;
using HiveGen.Servers;

namespace HiveGen.Tests;

[Requires<Node>]
public sealed class BsonTests
{
    [Theory]
    [InlineData("{}", "0500000000")]
    [InlineData("""{"a":{"$numberInt":"1"}}""", "0c0000001061000100000000")]
    [InlineData("""{"a":{"$numberLong":"9007199254740993"}}""", "10000000126100010000000000200000")]
    [InlineData("""{"a":{"$numberDouble":"1.0"}}""", "10000000016100000000000000f03f00")]
    [InlineData("""{"a":"é😀"}""", "1300000002610007000000c3a9f09f98800000")]
    [InlineData("""{"a":null,"b":true,"c":false}""", "100000000a6100086200010863000000")]
    [InlineData("""{"a":[{"$numberInt":"1"},"x",null]}""", "2000000004610018000000103000010000000231000200000078000a32000000")]
    public void Documents_have_the_bytes_of_the_official_package(string json, string hex)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Equal(hex, Convert.ToHexStringLower(BsonText.Write(document.RootElement)));
    }

    [ServerFact]
    public async Task Every_document_has_the_bytes_of_the_official_package_and_is_read()
    {
        JsonElement written = await OfficialClient.RunAsync("mongo", "vectors.mjs");
        foreach (JsonElement vector in written.GetProperty("vectors").EnumerateArray())
        {
            string hex = vector.GetProperty("hex").GetString()!;
            Assert.Equal(hex, Convert.ToHexStringLower(BsonText.Write(vector.GetProperty("ejson"))));
            Assert.Equal(JsonSerializer.Serialize(vector.GetProperty("ejson")), JsonSerializer.Serialize(JsonElement.Parse(BsonText.Read(Convert.FromHexString(hex)))));
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("12.3400")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("-922337203685.4775808")]
    public void Decimals_come_back_with_every_digit(string text)
    {
        decimal value = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(text, Decimal128.From(value).ToDecimal().ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("[\"a\",\"\\udc00x\"]")]
    [InlineData("{\"\\ud83d\":1}")]
    [InlineData("\"\\ud83d\\ude00\"")]
    public void Json_with_half_a_character_keeps_it(string json)
    {
        BsonWriter writer = new();
        writer.Begin();
        MongoJson.Write(writer, "json"u8, JsonElement.Parse(json));
        writer.End();
        Assert.True(BsonReader.TryFind(writer.Written.Span, "json"u8, out BsonValue stored));
        Assert.Equal(json.Contains("ude00", StringComparison.Ordinal) ? "\"\\uD83D\\uDE00\"" : json, MongoJsonText.Read(stored).GetRawText());
    }

    [Fact]
    public void A_decimal_has_the_bits_of_the_standard()
    {
        // 12.30 by the official package: Decimal128.fromString('12.30').
        Assert.Equal(new Decimal128(1230, 0x303C000000000000), Decimal128.From(12.30m));
        Assert.Throws<InvalidDataException>(() => new Decimal128(0, 0x7800000000000000).ToDecimal());
        Assert.Equal(1000m, new Decimal128(1, 0x3046000000000000).ToDecimal());
    }

    [Fact]
    public void Whatever_is_cut_or_changed_is_refused_and_reads_nothing_beyond_itself()
    {
        using JsonDocument source = JsonDocument.Parse("""{"a":"text","b":{"c":[{"$numberInt":"1"},{"$binary":{"base64":"AP8=","subType":"00"}}]},"d":{"$date":{"$numberLong":"1"}},"e":{"$numberDouble":"1.5"}}""");
        byte[] good = BsonText.Write(source.RootElement);
        int seed = 20261122;
        Random random = new(seed);
        for (int round = 0; round < 20_000; round++)
        {
            byte[] bad = good.AsSpan(0, random.Next(good.Length + 1)).ToArray();
            for (int change = 0; change < random.Next(4) && bad.Length > 0; change++)
            {
                bad[random.Next(bad.Length)] = (byte)random.Next(256);
            }

            try
            {
                BsonText.Read(bad);
            }
            catch (InvalidDataException)
            {
                // The one way to fail.
            }
        }
    }
}
