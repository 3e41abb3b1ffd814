using HiveGen.TestModels;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.AspNetCore.Tests.Generated;

/// <summary>An app with the generated models, a Hive and a SQLite target in a folder of its own.</summary>
public sealed class HiveApp : IAsyncDisposable
{
    private readonly string folder;

    private HiveApp(string folder, RouterApp app)
    {
        this.folder = folder;
        App = app;
    }

    public RouterApp App { get; }

    public Hive Hive => App.Services.GetRequiredService<Hive>();

    public static async Task<HiveApp> StartAsync()
    {
        string folder = Path.Combine(Path.GetTempPath(), "hivegen-web-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        RouterApp app = await RouterApp.StartAsync(
            build: builder =>
            {
                builder.Configuration.AddInMemoryCollection([new("Hive:Path", Path.Combine(folder, "app.db"))]);
                builder.Services.Remove(builder.Services.Single(static service => service.ServiceType == typeof(Targets.HiveTargets)));
                builder.Services.Remove(builder.Services.Single(static service => service.ServiceType == typeof(TimeProvider)));
                builder.Services.AddSingleton(TimeProvider.System);
                builder.AddHive(hive => hive.AddSqlite("replica", Path.Combine(folder, "replica.db")));
                builder.Services.AddHiveWeb(HiveJson.Instance);
                builder.Services.AddHealthChecks().AddHiveChecks();
            },
            map: static app =>
            {
                app.MapHiveSync();
                app.MapHiveDocs();
                app.MapHealthChecks("/health");
                app.MapGet("/accounts/{id}", static Account? (string id, Hive hive) => hive.Accounts.Get(id));
                app.MapPost("/accounts", static async Task<Account> (Account draft, Hive hive) => await hive.Accounts.AddAsync(draft));
            });
        return new HiveApp(folder, app);
    }

    /// <summary>One row of the external database; null when there is none.</summary>
    public Dictionary<string, object?>? Row(string table, string id)
    {
        using SqliteConnection connection = new($"Data Source={Path.Combine(folder, "replica.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" WHERE \"id\" = $id";
        command.Parameters.AddWithValue("$id", id);
        using SqliteDataReader reader = command.ExecuteReader();
        return reader.Read()
            ? Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => reader.IsDBNull(i) ? null : reader.GetValue(i), StringComparer.Ordinal)
            : null;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
