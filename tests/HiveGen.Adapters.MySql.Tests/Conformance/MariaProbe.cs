using System.Globalization;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

/// <summary>What the targets on a real MariaDB have in common.</summary>
public abstract class MariaProbe(Maria maria) : TargetProbe
{
    public override bool CursorIsTransactional => true;

    public override bool MakesSchema => true;

    public override bool Verifies => true;

    public override BadRowReport BadRows => BadRowReport.Batch;

    public override bool StoresNul => true;

    public override bool RefusesId(string id) => id.EndsWith(' ');

    protected Maria Maria { get; } = maria;

    public override async ValueTask ResetAsync() => await Maria.ClearAsync();

    public override ValueTask<IReadOnlyList<StoredRow>> ReadAsync(SyncModel model)
    {
        if (Maria.Read($"select 1 from information_schema.tables where table_schema = database() and table_name = '{model.Name}'").Count == 0)
        {
            return new([]);
        }

        int fields = model.Fields.Count;
        List<StoredRow> rows = [];
        foreach (object[] row in Maria.Read($"select {string.Join(", ", model.Fields.Select(Column))}, `_version`, `_deleted` + 0, `_home` from `{model.Name}`"))
        {
            object?[] values = [.. model.Fields.Select((field, index) => row[index] is DBNull ? null : Value(field, row[index]))];
            rows.Add(new StoredRow(Text(row[0]), Convert.ToInt64(row[fields], CultureInfo.InvariantCulture), Convert.ToInt64(row[fields + 1], CultureInfo.InvariantCulture) != 0, (string)row[fields + 2], values));
        }

        return new(rows);
    }

    public override ValueTask DropAsync(SyncModel model)
    {
        Maria.Execute($"drop view `{model.Name}_live`");
        Maria.Execute($"drop table `{model.Name}`");
        return default;
    }

    public override ValueTask RefuseTitleAsync(string title)
    {
        foreach (string operation in new[] { "insert", "update" })
        {
            Maria.Execute($"create trigger rule_{operation} before {operation} on notes for each row if new.title = '{title}' then signal sqlstate '45000' set message_text = 'we want no {title}'; end if");
        }

        return default;
    }

    public override async ValueTask StopAsync() => await Maria.Server.KillAsync();

    public override async ValueTask StartAsync() => await Maria.Server.StartAsync();

    public override ValueTask DisposeAsync() => default;

    // Microseconds and text: what the old driver would make of the types themselves is not to the point here.
    private static string Column(SyncField field) => field.Type switch
    {
        SyncType.Timestamp => $"timestampdiff(microsecond, '1970-01-01', `{field.Column}`)",
        SyncType.Time => $"cast(time_to_sec(`{field.Column}`) * 1000000 as signed)",
        SyncType.Date or SyncType.Decimal or SyncType.Double => $"cast(`{field.Column}` as char)",
        _ => $"`{field.Column}`",
    };

    private static object Value(SyncField field, object stored) => field.Type switch
    {
        SyncType.Bool => Convert.ToInt64(stored, CultureInfo.InvariantCulture) != 0,
        SyncType.Int32 or SyncType.Int64 or SyncType.Timestamp or SyncType.Time or SyncType.Duration => Convert.ToInt64(stored, CultureInfo.InvariantCulture),
        SyncType.Double => double.Parse((string)stored, CultureInfo.InvariantCulture),
        SyncType.Decimal => decimal.Parse((string)stored, CultureInfo.InvariantCulture),
        SyncType.Date => DateOnly.ParseExact((string)stored, "O", CultureInfo.InvariantCulture),
        SyncType.Guid => stored is Guid guid ? guid : Guid.ParseExact((string)stored, "D"),
        SyncType.Blob => stored,
        _ => Text(stored),
    };

    private static string Text(object stored) => Convert.ToString(stored, CultureInfo.InvariantCulture)!;
}
