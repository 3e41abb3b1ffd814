using System.Text;
using HiveGen.Targets;

namespace HiveGen.Hostile.Tests;

/// <summary>One change of a valid body.</summary>
public sealed class Mutations(Random random)
{
    private static readonly string[] Injections = ["users'; DROP TABLE users; --", "users\" --", "$.users", "users/../posts", "USERS", "users ", "sessions", "Account", "_hive_change", "sqlite_master", "__proto__", "constructor"];

    /// <summary>The attempt, of the same path as the body.</summary>
    public Attempt Of(SyncModel model, ValidBody valid)
    {
        ValidBody body = valid.Copy();
        SyncField field = model.Fields[random.Next(1, model.Fields.Count)];
        return random.Next(26) switch
        {
            0 => Change(body, "unknown member", b => b.Set(Pick("sql", "where", "$set", "records", "Model", "version ", "__proto__"), "1")),
            1 => Change(body, "member twice", b => b.Members.Add(b.Members[random.Next(b.Members.Count)])),
            2 => Change(body, "model injected", b => b.Set("model", BodyMaker.Json(Pick(Injections)))),
            3 => Change(body, "operation injected", b => b.Set("operation", Pick("\"drop\"", "\"Create\"", "\"delete; --\"", "null", "1", "[\"create\"]", "\"\""))),
            4 => Change(body, "no record id", b => b.Members.RemoveAll(static pair => pair.Key == "recordId")),
            5 => Change(body, "bad record id", b => b.Set("recordId", Pick("null", "7", "\"\"", "\"a\\u0000b\"", "\"\\ud800\"", "{}", $"\"{new string('x', 257)}\""))),
            6 => Change(body, "bad timestamp", b => b.Set("timestamp", Pick("\"yesterday\"", "true", "{}", "\"\\udc00\""))),
            7 => Change(body, "version alone", b => b.Set("version", Pick("1", "0", "-1", "1.5", "9007199254740992", "\"1\"", "1e400"))),
            8 => Change(body, "home alone", b => b.Set("home", Pick("\"h\"", "\"http\"", "\"a b\"", "5"))),
            9 => Change(body, "bad key", b => b.Set("idempotencyKey", Pick("\"\"", "\"a b\"", "5", "\"\\ud800\"", $"\"{new string('k', 256)}\""))),
            10 => Raw(valid, "truncated", bytes => bytes[..random.Next(bytes.Length - 1)]),
            11 => Raw(valid, "something behind it", bytes => [.. bytes, .. Encoding.UTF8.GetBytes(Pick("{}", "x", "]", "\0", "\uFEFF", ",", "/*"))]),
            12 => Raw(valid, "a byte that is no UTF-8", bytes => Insert(bytes, Between(bytes), [Pick<byte>(0xFF, 0xC0, 0xED, 0x80)])),
            13 => Raw(valid, "a comment", bytes => [(byte)'{', .. "/* x */"u8, .. bytes.AsSpan(1)]),
            14 => Raw(valid, "in UTF-16", static bytes => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes))),
            15 => Raw(valid, "no secret", static bytes => bytes).With("X-Sync-Secret", Pick(null, "", "wrong", Attempt.Secret + "x")),
            16 => Raw(valid, "claims to be packed", static bytes => bytes).With("Content-Encoding", Pick("gzip", "br", "deflate", "gzip, gzip", "identity;q=0")),
            17 => Raw(valid, "is said to be something else", static bytes => bytes).With("Content-Type", Pick(null, "text/plain", "application/xml", "application/json; charset=utf-16", "multipart/form-data", "application/jsonp")),
            18 => Raw(valid, "a bad header", static bytes => bytes).With(Pick("Idempotency-Key", "X-Hive-Version"), Pick("a b", "\u00e9", new string('9', 300))),
            _ => OfField(body, model, field),
        };
    }

    /// <summary>A change of some bytes, after which the body may still be right.</summary>
    public Attempt OfBytes(ValidBody valid)
    {
        ValidBody body = valid.Copy();
        body.Members.RemoveAll(static pair => pair.Key == "idempotencyKey"); // or the right one would be its repetition
        List<byte> bytes = [.. body.ToBytes()];
        int at = random.Next(bytes.Count);
        switch (random.Next(4))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes.RemoveAt(at);
                break;
            case 2:
                bytes.Insert(at, (byte)Pick("{}[],:\"\\0-+eE. \0\n/".ToCharArray()));
                break;
            default:
                int other = random.Next(bytes.Count);
                (bytes[at], bytes[other]) = (bytes[other], bytes[at]);
                break;
        }

        return new Attempt("/sync", [.. bytes], "a byte changed") { MustFail = false, Piece = Piece() };
    }

    private Attempt OfField(ValidBody body, SyncModel model, SyncField field)
    {
        if (body.Data is not { } data)
        {
            return Change(body, "data that is none", b => b.Set("data", Pick("[]", "\"x\"", "7", "true")));
        }

        switch (random.Next(7))
        {
            case 0:
                return Change(body, "unknown field", _ => data.Insert(random.Next(data.Count + 1), new(Pick("passwordHash", "_version", "_home", "$inc", "a.b", "Id", "", "\\ud800", "x\\u0000"), "1")));
            case 1:
                ValidBody.Set(data, field.Name, "null");
                return field.Nullable || field.Type == SyncType.Json ? Change(body, "another id", _ => ValidBody.Set(data, "id", "\"another\"")) : Change(body, "null where none may be", static _ => { });
            case 2 when data.Count > 0:
                return Change(body, "a field twice", _ => data.Add(data[random.Next(data.Count)]));
            case 3:
                return Change(body, "nested too deep", _ => ValidBody.Set(data, field.Name, string.Concat(Enumerable.Repeat(Pick("[", "{\"a\":"), random.Next(33, 3000)))));
            case 4:
                return Change(body, "another id", _ => ValidBody.Set(data, Pick("id", "bladeId"), Pick("\"another\"", "null", "{}", "true", "\"\\ud800\"")));
            default:
                return Change(body, "a wrong value of " + field.Type, _ => ValidBody.Set(data, field.Name, WrongValue(field)));
        }
    }

    private string WrongValue(SyncField field) => field.Type switch
    {
        SyncType.Text => Pick("7", "true", "{}", "[\"x\"]", "\"\\ud83d\"", "\"a\\u0000b\""),
        SyncType.Bool => Pick("\"true\"", "1", "0", "[]"),
        SyncType.Int32 => Pick("\"1\"", "1.5", "99999999999999999999", "-99999999999999999999", "1e400", "true", "4294967296"),
        SyncType.Int64 => Pick("\"1\"", "1.5", "9223372036854775808", "1e400", "{}", "-9223372036854775809"),
        SyncType.Double => Pick("\"NaN\"", "1e999", "-1e999", "\"1\"", "true"),
        SyncType.Decimal => Pick("\"1\"", "1e40", "1e-40", "1e99999999999", "0.00000000000000000000000000000000001"),
        SyncType.Timestamp => Pick("\"2026-01-01T00:00:00\"", "\"2026-01-01\"", "1.5", "99999999999999999", "-99999999999999999", "\"now\"", "true"),
        SyncType.Date => Pick("\"2026-02-30\"", "\"0000-00-00\"", "20260101", "\"2026-02-28T00:00:00Z\""),
        SyncType.Time => Pick("\"25:00\"", "\"-1:00\"", "5"),
        SyncType.Duration => Pick("\"soon\"", "5", "\"P999999999999D\""),
        SyncType.Guid => Pick("\"x\"", "\"{0f8fad5b-d9cb-469f-a165-70867728950e}\"", "0"),
        SyncType.Blob => Pick("\"***\"", "[1,2]", "\"AQI\""),
        SyncType.Enum => Pick("\"Nothing\"", "0", "\"draft\"", "\"Draft,Published\""),
        _ => Pick("{\"a\":[\"\\ud800\"]}", "{\"\\u0000\":1}", "[\"\\u0000\"]"),
    };

    private Attempt Change(ValidBody body, string what, Action<ValidBody> change)
    {
        change(body);
        return new Attempt("/sync", body.ToBytes(), what) { Piece = Piece() };
    }

    private Attempt Raw(ValidBody body, string what, Func<byte[], byte[]> change) => new("/sync", change(body.ToBytes()), what) { Piece = Piece() };

    private int Piece() => random.Next(4) == 0 ? random.Next(1, 50) : int.MaxValue;

    // Inside the body, wherever that may be.
    private int Between(byte[] bytes) => random.Next(1, bytes.Length);

    private static byte[] Insert(byte[] bytes, int at, byte[] more) => [.. bytes.AsSpan(0, at), .. more, .. bytes.AsSpan(at)];

    private T Pick<T>(params T[] values) => values[random.Next(values.Length)];
}
