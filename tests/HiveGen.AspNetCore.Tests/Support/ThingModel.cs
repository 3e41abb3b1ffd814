using System.Globalization;
using System.Text.RegularExpressions;
using HiveGen.Targets;

namespace HiveGen.AspNetCore.Tests;

public sealed class ThingModel : HandModel<ThingSync>
{
    private static readonly Regex CodePattern = new("[A-Z]{2}[0-9]+");

    public override string Name => "things";

    public override string ModelName => "Thing";

    public override IReadOnlyList<SyncField> Fields { get; } =
    [
        new("id", "id", "Id", SyncType.Int64, false, true),
        new("code", "code", "Code", SyncType.Text, false, true) { Rules = new() { MinLength = 3, MaxLength = 6, Pattern = CodePattern.ToString() } },
        new("flag", "flag", "Flag", SyncType.Bool, true, false),
        new("small", "small", "Small", SyncType.Int32, true, false) { Rules = new() { Minimum = 1, Maximum = 200 } },
        new("big", "big", "Big", SyncType.Int64, true, false),
        new("ratio", "ratio", "Ratio", SyncType.Double, true, false),
        new("price", "price", "Price", SyncType.Decimal, true, false, 2),
        new("at", "at", "At", SyncType.Timestamp, true, false),
        new("day", "day", "Day", SyncType.Date, true, false),
        new("time", "time", "Time", SyncType.Time, true, false),
        new("span", "span", "Span", SyncType.Duration, true, false),
        new("key", "key", "Key", SyncType.Guid, true, false),
        new("bytes", "bytes", "Bytes", SyncType.Blob, true, false),
        new("mood", "mood", "Mood", SyncType.Enum, true, false) { Values = ["Calm", "Wild"] },
        new("tree", "tree", "Tree", SyncType.Json, true, false),
    ];

    public override bool TryParseId(string recordId, out SqlValue id)
    {
        bool fits = long.TryParse(recordId, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value);
        id = SqlValue.From(value);
        return fits;
    }

    protected override SqlValue IdOf(ThingSync record) => record.Id is { } id ? SqlValue.From(id) : default;

    protected override void SetId(ThingSync record, SqlValue id) => record.Id = id.Int64;

    protected override void Merge(ThingSync into, ThingSync given)
    {
        if (given.Given.Has(0)) { into.Id = given.Id; }
        if (given.Given.Has(1)) { into.Code = given.Code; }
        if (given.Given.Has(2)) { into.Flag = given.Flag; }
        if (given.Given.Has(3)) { into.Small = given.Small; }
        if (given.Given.Has(4)) { into.Big = given.Big; }
        if (given.Given.Has(5)) { into.Ratio = given.Ratio; }
        if (given.Given.Has(6)) { into.Price = given.Price; }
        if (given.Given.Has(7)) { into.At = given.At; }
        if (given.Given.Has(8)) { into.Day = given.Day; }
        if (given.Given.Has(9)) { into.Time = given.Time; }
        if (given.Given.Has(10)) { into.Span = given.Span; }
        if (given.Given.Has(11)) { into.Key = given.Key; }
        if (given.Given.Has(12)) { into.Bytes = given.Bytes; }
        if (given.Given.Has(13)) { into.Mood = given.Mood; }
        if (given.Given.Has(14)) { into.Tree = given.Tree; }
    }

    protected override void FillDefaults(ThingSync record, DateTimeOffset now)
    {
    }

    protected override void Validate(ThingSync record, bool create, ref Violations violations)
    {
        if (create || record.Given.Has(1))
        {
            Check.Required(ref violations, "code", record.Code);
            Check.Length(ref violations, "code", record.Code, 3, 6);
            Check.Pattern(ref violations, "code", record.Code, CodePattern);
            Check.Text(ref violations, "code", record.Code, synced: true);
        }

        Check.Range(ref violations, "small", record.Small, (byte)1, (byte)200);
        Check.Scale(ref violations, "price", record.Price, 2);
        Check.Kind(ref violations, "at", record.At);
    }
}
