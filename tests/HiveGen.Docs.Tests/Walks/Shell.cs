using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Data.Sqlite;

namespace HiveGen.Docs.Tests.Walks;

/// <summary>Does what a reader's commands do, in a folder of its own and on every system: there need be no curl and no sqlite3.</summary>
internal sealed class Shell : IAsyncDisposable
{
    private readonly TestFolder folder = new();
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly int port = FreePort();
    private RunningApp? app;
    private SqliteConnection? session;

    /// <summary>The variables that the reader has set.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    /// <summary>The sample that is the reader's app at this point of the page.</summary>
    public string Sample { get; set; } = "";

    /// <summary>What <c>psql</c> does.</summary>
    public Func<string, Task<string>>? Psql { get; set; }

    /// <summary>The log of the app that runs, or ran last.</summary>
    public string Log => app?.Log ?? "";

    /// <summary>Runs a command, and gives what it wrote.</summary>
    public async Task<string> RunAsync(string[] words)
    {
        switch (words)
        {
            case ["dotnet", "run", "--", .. string[] arguments]:
                await StopAsync();
                return await RunningApp.RunAsync(Sample, Folder, Environment, arguments);
            case ["dotnet", "run", ..]:
                await StopAsync();
                app = await RunningApp.StartAsync(Sample, Folder, port, Environment);
                return "";
            case ["export", string assignment]:
                Environment[assignment.Split('=', 2)[0]] = assignment.Split('=', 2)[1];
                return "";
            case ["curl", .. string[] arguments]:
                return await CurlAsync(arguments);
            case ["sqlite3", string file]:
                session = Open(file);
                return "";
            case ["sqlite>", .. string[] sql]:
                return Query(session!, string.Join(' ', sql));
            case ["sqlite3", string file, string sql]:
                using (SqliteConnection connection = Open(file))
                {
                    return Query(connection, sql);
                }

            case ["psql", "$DATABASE_URL", "-Atc", string sql]:
                return await Psql!(sql);
            default:
                throw new InvalidOperationException($"No walk knows how to run: {string.Join(' ', words)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (session is not null)
        {
            await session.DisposeAsync();
        }

        await StopAsync();
        http.Dispose();
        folder.Dispose();
    }

    /// <summary>Gets a page of the app, as a browser does.</summary>
    public async Task<string> OpenAsync(string address) => await http.GetStringAsync(Address(address));

    private string Folder => Path.GetDirectoryName(folder.File("x"))!;

    private async Task StopAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
            app = null;
        }
    }

    private async Task<string> CurlAsync(string[] arguments)
    {
        string method = "GET";
        string? url = null;
        using HttpRequestMessage request = new();
        for (int i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "-X":
                    method = arguments[++i];
                    break;
                case "-H":
                    string[] header = arguments[++i].Split(": ", 2);
                    _ = header[0] == "Content-Type" || request.Headers.TryAddWithoutValidation(header[0], header[1]);
                    break;
                case "-d":
                    request.Content = new StringContent(arguments[++i], Encoding.UTF8, "application/json");
                    method = method == "GET" ? "POST" : method;
                    break;
                default:
                    Assert.Null(url);
                    url = arguments[i];
                    break;
            }
        }

        (request.Method, request.RequestUri) = (new HttpMethod(method), Address(url!));
        using HttpResponseMessage answer = await http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    private Uri Address(string url) => new(url.Replace("http://", "", StringComparison.Ordinal).Replace("localhost:5000", $"http://127.0.0.1:{port}", StringComparison.Ordinal));

    private SqliteConnection Open(string file)
    {
        SqliteConnection connection = new($"Data Source={folder.File(file)};Pooling=False");
        connection.Open();
        return connection;
    }

    // As sqlite3 shows it; what a select does not find may be there the next time it is asked for.
    private static string Query(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        try
        {
            return Rows(command);
        }
        catch (SqliteException e) when (sql.StartsWith("SELECT", StringComparison.Ordinal))
        {
            return $"Error: {e.Message}";
        }
    }

    private static string Rows(SqliteCommand command)
    {
        using SqliteDataReader reader = command.ExecuteReader();
        StringBuilder output = new();
        while (reader.Read())
        {
            output.AppendJoin('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))).Append('\n');
        }

        return output.ToString();
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
