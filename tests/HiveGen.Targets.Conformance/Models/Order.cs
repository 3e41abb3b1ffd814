namespace HiveGen.Targets.Conformance;

/// <summary>Names that are words of one query language or another: of the table and of every column.</summary>
[HiveModel(Sync = "order")]
public sealed partial class Order
{
    public Link<User>? User { get; set; }
    public string? Select { get; set; }
    public string? From { get; set; }
    public string? Where { get; set; }
    public string? Table { get; set; }
    public string? Column { get; set; }
    public int? Group { get; set; }
    public int? Limit { get; set; }
    public int? Rank { get; set; }
    public bool? Default { get; set; }
    public bool? Primary { get; set; }
    public string? Key { get; set; }
    public string? Index { get; set; }
    public string? Values { get; set; }
    public string? Desc { get; set; }
    public string? References { get; set; }
    public string? Interval { get; set; }
    public string? Type { get; set; }
    public string? Json { get; set; }
    public string? Data { get; set; }
    public string? Args { get; set; }
    public string? Row { get; set; }
    public string? Rows { get; set; }
    public string? Excluded { get; set; }
    public string? New { get; set; }
    public string? Null { get; set; }
    public string? True { get; set; }
    public DateTimeOffset? Timestamp { get; set; }
    public DateOnly? Date { get; set; }
    public string? Version { get; set; }
    public string? Deleted { get; set; }
    public string? Home { get; set; }
}
