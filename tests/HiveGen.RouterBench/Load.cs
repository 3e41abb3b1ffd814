using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HiveGen.RouterBench;

/// <summary>The request, and wrk, which sends it from one core.</summary>
internal static partial class Load
{
    public const string Secret = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    public const string Body = """{"model":"users","operation":"create","data":{"bladeId":"acc_brpoig8f1cbfno6b","email":"ada@example.com","name":"Ada Lovelace","handle":"ada_2rak1v0","emailVerified":true,"subscriptionPlan":"free","subscriptionStatus":"none","createdAt":1760000000000},"recordId":"acc_brpoig8f1cbfno6b","timestamp":1760000000123}""";

    private const int Connections = 32;

    /// <summary>Writes the script that tells wrk the request.</summary>
    public static async Task<string> ScriptAsync(string folder)
    {
        string path = Path.Combine(folder, "post.lua");
        await File.WriteAllTextAsync(path, $"""
            wrk.method = "POST"
            wrk.headers["Content-Type"] = "application/json"
            wrk.headers["X-Sync-Secret"] = "{Secret}"
            wrk.body = '{Body}'
            """);
        return path;
    }

    /// <summary>Requests answered, and how many of them a second.</summary>
    public static async Task<(long Requests, double PerSecond)> RunAsync(string script, int port, int seconds, string cpu)
    {
        ProcessStartInfo start = new("taskset", ["-c", cpu, "wrk", "-t1", $"-c{Connections}", $"-d{seconds}s", "-s", script, $"http://127.0.0.1:{port}/sync"]) { RedirectStandardOutput = true };
        using Process wrk = Process.Start(start)!;
        string output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        return output.Contains("Non-2xx", StringComparison.Ordinal) || output.Contains("Socket errors", StringComparison.Ordinal) || !Total().IsMatch(output)
            ? throw new InvalidOperationException("wrk: " + output)
            : (long.Parse(Total().Match(output).Groups[1].Value, CultureInfo.InvariantCulture), double.Parse(Rate().Match(output).Groups[1].Value, CultureInfo.InvariantCulture));
    }

    /// <summary>Sees to it that the server answers right: 200 with the secret, 401 without.</summary>
    public static async Task CheckAsync(int port)
    {
        using HttpClient client = new();
        foreach ((string secret, int expected) in new[] { (Secret, 200), (new string('x', 64), 401) })
        {
            using HttpRequestMessage request = new(HttpMethod.Post, $"http://127.0.0.1:{port}/sync") { Content = new StringContent(Body, Encoding.UTF8, "application/json") };
            request.Headers.Add("X-Sync-Secret", secret);
            using HttpResponseMessage response = await client.SendAsync(request);
            string text = await response.Content.ReadAsStringAsync();
            if ((int)response.StatusCode != expected || (expected == 200 && !text.Contains("\"recordId\":\"acc_brpoig8f1cbfno6b\"", StringComparison.Ordinal)))
            {
                throw new InvalidOperationException($"The server at {port} answers {(int)response.StatusCode} {text} instead of {expected}.");
            }
        }
    }

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Total();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();
}
