using System.Text.Json;
using HiveGen.Adapters.MySql.PlanetScale;
using HiveGen.Servers;
using HiveGen.Targets;

namespace HiveGen.Tests;

[Requires<NpmPackagesServer>]
public sealed class LiteralTests
{
    private static readonly string[] Texts =
    [
        "", "plain", "it's", "''", "\\", "\\'", "\"quoted\"", "\0\b\n\r\t\u001a", "%_", "`x`", "'); drop table users; -- ", "/* */ # --", "🐝 äß漢", "\u2028\u00a0\u0001\u007f", "?", ":name", "a\\",
    ];

    [ServerFact]
    public async Task Texts_are_escaped_exactly_as_the_official_client_does_it()
    {
        string folder = await NpmPackages.GetAsync("planetscale");
        string output = await ServerProcess.DoAsync(new ServerCommand(Tool.Require("node", "nodejs"), Path.Combine(folder, "format.mjs")) { Folder = folder }, JsonSerializer.Serialize(Texts));
        Assert.Equal(JsonSerializer.Deserialize<string[]>(output), Texts.Select(static text => new LiteralText().Value(text).ToString()));
    }

    [Fact]
    public void Values_are_literals_that_nothing_from_outside_gets_out_of()
    {
        LiteralText text = new();
        FieldSink sink = text;
        sink.Write(0, "x' or 1=1 -- \\");
        sink.Write(1, true);
        sink.Write(2, long.MinValue);
        sink.Write(3, 1.7976931348623157E+308);
        sink.Write(4, 1.10m, 2);
        sink.Write(5, DateTimeOffset.UnixEpoch.AddMicroseconds(-1));
        sink.Write(6, new TimeOnly(23, 59, 59, 999, 999));
        sink.Write(7, new byte[] { 0, 255 });
        sink.Write(8, (string?)null);
        Assert.Equal(@"'x'' or 1=1 -- \\', 1, -9223372036854775808, '1.7976931348623157E+308', '1.10', '1969-12-31 23:59:59.999999', '23:59:59.999999', x'00ff', null", text.ToString());
    }
}
