using System.IO.Compression;
using System.Text;

namespace HiveGen.Hostile.Tests;

/// <summary>Bodies that were never right.</summary>
public sealed class Wild(Random random)
{
    private static readonly string[] Words =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "null", "true", "false", "0", "-", "1e999", "NaN", "Infinity", "\"model\"", "\"users\"", "\"operation\"", "\"create\"", "\"recordId\"", "\"r\"", "\"data\"", "\"email\"", "\"a@b\"",
        "\"\\ud800\"", "\"\\u0000\"", "\u0000", "\uFEFF", "'", "//", "/*", "undefined", "\"records\"", "\"cursor\"", "\"home\"", "\"version\"", "99999999999999999999", " ", "\n", "\r", "\t",
    ];

    public Attempt Next()
    {
        string path = random.Next(3) == 0 ? "/sync/batch" : "/sync";
        byte[] body = random.Next(200) == 0 ? Huge() : Small();
        return new Attempt(path, body, "wild") { MustFail = false, Piece = random.Next(8) == 0 && body.Length < 5000 ? random.Next(1, 20) : int.MaxValue };
    }

    private byte[] Small() => random.Next(9) switch
    {
        0 => Bytes(random.Next(200)),
        1 => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(random.Next(2) == 0 ? "[" : "{\"a\":", random.Next(1, 5000)))),
        2 => Packed(),
        3 => Encoding.BigEndianUnicode.GetBytes("{\"model\":\"users\"}"),
        4 => Encoding.UTF8.GetBytes($"{{\"model\":\"users\",\"operation\":\"create\",\"data\":{Soup(20)},\"recordId\":\"w\"}}"),
        5 => Encoding.UTF8.GetBytes($"{{\"model\":\"posts\",\"operation\":\"update\",\"records\":[{Soup(20)}]}}"),
        6 => Encoding.UTF8.GetBytes("{" + string.Join(',', Enumerable.Range(0, random.Next(1, 100)).Select(i => $"\"f{i % 7}\":{random.Next()}")) + "}"),
        7 => Encoding.UTF8.GetBytes($"{{\"model\":\"users\",\"operation\":\"delete\",\"home\":\"h\",\"cursor\":{Soup(15)},\"records\":[]}}"),
        _ => Encoding.UTF8.GetBytes(Soup(60)),
    };

    private byte[] Huge() => random.Next(5) switch
    {
        0 => new byte[random.Next(1 << 20, 9 << 20)],
        1 => Encoding.UTF8.GetBytes($"{{\"model\":\"{new string('x', 1 << 19)}\",\"operation\":\"create\",\"recordId\":\"w\",\"data\":{{}}}}"),
        2 => Encoding.UTF8.GetBytes($"{{\"model\":\"users\",\"operation\":\"create\",\"recordId\":\"w\",\"data\":{{\"name\":\"{new string('x', (1 << 20) + 1)}\"}}}}"),
        3 => Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Repeat("{}", 200_000))),
        _ => Encoding.UTF8.GetBytes($"{{\"model\":\"users\",\"operation\":\"delete\",\"records\":[{string.Join(',', Enumerable.Repeat("{\"recordId\":7}", random.Next(900, 1200)))}]}}"),
    };

    private string Soup(int most) => string.Concat(Enumerable.Range(0, random.Next(1, most)).Select(_ => Words[random.Next(Words.Length)]));

    private byte[] Bytes(int count)
    {
        byte[] bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    // What unpacks to far more than it is.
    private static byte[] Packed()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
        {
            gzip.Write(new byte[100_000]);
        }

        return packed.ToArray();
    }
}
