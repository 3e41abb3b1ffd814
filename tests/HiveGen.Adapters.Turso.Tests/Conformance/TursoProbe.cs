using System.Globalization;
using System.Text.Json;
using HiveGen.Adapters.Turso;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

/// <summary>A real sqld under the suite.</summary>
public sealed class TursoProbe(Sqld sqld) : TargetProbe
{
    public override bool CursorIsTransactional => true;

    public override bool MakesSchema => true;

    public override bool Verifies => true;

    public override BadRowReport BadRows => BadRowReport.Batch;

    public override bool StoresNul => true;

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Adapter"] = "turso", ["Url"] = sqld.Server.Url.AbsoluteUri, ["AuthToken"] = sqld.Tokens.ReadWrite };

    public override async ValueTask ResetAsync() => await sqld.ClearAsync();

    public override HiveTarget Create() => Create(sqld.Tokens.ReadWrite);

    public override HiveTarget CreateWithWrongKey() => Create(WrongKey);

    public override async ValueTask<IReadOnlyList<StoredRow>> ReadAsync(SyncModel model)
    {
        if ((await sqld.ReadAsync($"SELECT 1 FROM sqlite_schema WHERE name = '{model.Name}'")).Count == 0)
        {
            return [];
        }

        int fields = model.Fields.Count;
        List<StoredRow> rows = [];
        foreach (JsonElement row in await sqld.ReadAsync($"SELECT {string.Join(", ", model.Fields.Select(static field => $"\"{field.Column}\""))}, _version, _deleted, _home FROM \"{model.Name}\""))
        {
            object?[] values = [.. model.Fields.Select((field, index) => Value(field, row[index]))];
            rows.Add(new StoredRow(row[0].GetProperty("value").GetString()!, Integer(row[fields]), Integer(row[fields + 1]) != 0, row[fields + 2].GetProperty("value").GetString()!, values));
        }

        return rows;
    }

    public override async ValueTask DropAsync(SyncModel model)
    {
        await sqld.ReadAsync($"DROP VIEW \"{model.Name}_live\"");
        await sqld.ReadAsync($"DROP TABLE \"{model.Name}\"");
    }

    public override async ValueTask RefuseTitleAsync(string title)
    {
        foreach (string operation in new[] { "INSERT", "UPDATE" })
        {
            await sqld.ReadAsync($"CREATE TRIGGER rule_{operation} BEFORE {operation} ON notes WHEN NEW.title = '{title}' BEGIN SELECT RAISE(ABORT, 'we want no {title}'); END");
        }
    }

    public override async ValueTask StopAsync() => await sqld.Server.KillAsync();

    public override async ValueTask StartAsync() => await sqld.Server.StartAsync();

    public override ValueTask DisposeAsync() => default;

    private TursoTarget Create(string token) => new("turso", sqld.Server.Url.AbsoluteUri, new TursoTargetOptions { AuthToken = token });

    private static object? Value(SyncField field, JsonElement stored) => stored.GetProperty("type").GetString() switch
    {
        "null" => null,
        "integer" when field.Type == SyncType.Bool => Integer(stored) != 0,
        "integer" when field.Type == SyncType.Decimal => Integer(stored) / (decimal)Math.Pow(10, field.Scale),
        "integer" => Integer(stored),
        "float" => stored.GetProperty("value").GetDouble(),
        "blob" => Convert.FromBase64String(stored.GetProperty("base64").GetString() is { } text ? text.PadRight((text.Length + 3) / 4 * 4, '=') : ""),
        _ when field.Type == SyncType.Date => DateOnly.ParseExact(stored.GetProperty("value").GetString()!, "O", CultureInfo.InvariantCulture),
        _ when field.Type == SyncType.Guid => Guid.ParseExact(stored.GetProperty("value").GetString()!, "D"),
        _ => stored.GetProperty("value").GetString(),
    };

    private static long Integer(JsonElement value) => long.Parse(value.GetProperty("value").GetString()!, CultureInfo.InvariantCulture);
}
