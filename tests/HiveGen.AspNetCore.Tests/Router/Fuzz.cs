using System.Text;

namespace HiveGen.AspNetCore.Tests.Router;

public sealed class Fuzz
{
    private static readonly string[] Seeds =
    [
        """{"model":"users","operation":"create","data":{"bladeId":"x","email":"test@example.com","name":"Tést \ud83d\ude00","createdAt":1234567890},"recordId":"x","timestamp":1234567890}""",
        """{"model":"things","operation":"update","recordId":"7","version":3,"home":"h1","data":{"code":"AB1","small":7,"big":-5,"ratio":1.5e3,"price":1.25,"at":"2026-01-01T00:00:00Z","day":"2026-01-01","time":"10:00:00","span":"01:00:00","key":"0f8fad5b-d9cb-469f-a165-70867728950e","bytes":"AQID","mood":"Calm","tree":{"a":[1,null,{}]}}}""",
        """{"model":"users","operation":"update","records":[{"recordId":"a","data":{"name":"x"}},{"recordId":"a","data":{"handle":null}},{"data":{},"recordId":"b"}],"timestamp":"2026-01-01T00:00:00Z"}""",
    ];

    private static readonly string[] Bits = ["{", "}", "[", "]", ",", ":", "\"", "\\", "\\ud800", "\\u0000", "null", "true", "1e999", "-0", "-", "NaN", "\u0000", "\uFEFF", "99999999999999999999", "\"id\":1,", "\"recordId\":\"z\","];

    [Fact]
    public async Task Nothing_that_is_sent_makes_a_500_and_what_is_refused_writes_nothing()
    {
        int seed = Environment.TickCount;
        Random random = new(seed);
        await using RouterApp app = await RouterApp.StartAsync();
        int refused = 0;
        for (int i = 0; i < 3000; i++)
        {
            byte[] body = Mutate(random, Encoding.UTF8.GetBytes(Seeds[random.Next(Seeds.Length)]));
            int sent = app.Target.Batches.Count;
            Answer answer = await app.PostAsync(random.Next(2) == 0 ? "/sync" : "/sync/batch", new ByteArrayContent(body));
            string what = $"seed {seed}, round {i}: {answer.Status} {answer.Text} for {Encoding.UTF8.GetString(body)}";
            Assert.True(answer.Status is 200 or 400 or 409, what);
            Assert.True(answer.Status == 200 || answer.Error is { Length: > 0 }, what);
            Assert.True(answer.Status != 400 || app.Target.Batches.Count == sent, what);
            refused += answer.Status == 400 ? 1 : 0;
        }

        Assert.InRange(refused, 1000, 3000);
    }

    private static byte[] Mutate(Random random, byte[] body)
    {
        List<byte> bytes = [.. body];
        for (int n = random.Next(4); n >= 0 && bytes.Count > 0; n--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 12), bytes.Count - at));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Bits[random.Next(Bits.Length)]));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 30), bytes.Count - at)));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    int other = random.Next(bytes.Count);
                    (bytes[at], bytes[other]) = (bytes[other], bytes[at]);
                    break;
            }
        }

        return [.. bytes];
    }
}
