using HiveGen.Storage;

namespace HiveGen.Migrations;

/// <summary>Where the values of a column come from, and what they lose on the way.</summary>
internal sealed class ColumnChange
{
    private readonly Conversion conversion;
    private readonly string? parent;

    /// <param name="table">The table, by its new name.</param>
    /// <param name="wanted">The column of the model.</param>
    /// <param name="stored">The column in the file; null for a new one.</param>
    /// <param name="from">The type in the file.</param>
    /// <param name="to">The type of the model.</param>
    /// <param name="parent">The table of which a value must be an id from now on, by its old name; empty when there is none yet; null when the link is as it was.</param>
    public ColumnChange(string table, ColumnText wanted, ColumnText? stored, ColumnType from, ColumnType to, string? parent)
    {
        Table = table;
        Wanted = wanted;
        Stored = stored;
        From = from;
        To = to;
        this.parent = parent;
        conversion = stored is null ? Conversion.None : Conversion.Between(from, to, SqlText.Quote(stored.Name));
    }

    public string Table { get; }

    public ColumnText Wanted { get; }

    public ColumnText? Stored { get; }

    public ColumnType From { get; }

    public ColumnType To { get; }

    /// <summary>Whether some values may not fit.</summary>
    public bool MayLose => Stored is not null && (!conversion.Always || parent is not null);

    /// <summary>Whether the values that fit stay as they are.</summary>
    public bool KeepsValues => conversion.KeepsValues;

    /// <summary>Whether every value stays as it is.</summary>
    public bool IsSame => Stored is not null && conversion is { Always: true, KeepsValues: true } && parent is null;

    /// <summary>Whether rows without a value get one, or have to.</summary>
    public bool MayFill => Wanted.IsNotNull && (Stored is null ? Wanted.Default is null : !Stored.IsNotNull);

    /// <summary>Whether every row stays as it is, those without a value among them.</summary>
    public bool KeepsRows => IsSame && !MayFill;

    /// <summary>The new value over the rows of the file as it is.</summary>
    public string Before => Value(Stored?.Name, parent);

    /// <summary>The new value over the rows of the table when names are new already.</summary>
    public string After(string? parentNow) => Value(Stored is null ? null : Wanted.Name, parent is null ? null : parentNow);

    /// <summary>Which rows of the file as it is have a value that does not fit.</summary>
    public string Unfit => $"{SqlText.Quote(Stored!.Name)} IS NOT NULL AND ({Exact(conversion, parent)}) IS NULL";

    /// <summary>The same when names are new already.</summary>
    public string UnfitAfter(string? parentNow)
        => $"{SqlText.Quote(Wanted.Name)} IS NOT NULL AND ({Exact(Renamed(), parent is null ? null : parentNow)}) IS NULL";

    /// <summary>Whether a value that does not fit has a next best one.</summary>
    public bool HasNearest => conversion.Nearest is not null && parent is null;

    /// <summary>What becomes of values that do not fit, in words.</summary>
    public string Fate
    {
        get
        {
            string rest = Wanted is { IsNotNull: true, Default: { } value } ? $"become {value}" : "become null";
            return HasNearest ? conversion.NearestWords : rest;
        }
    }

    private Conversion Renamed() => Wanted.Name == Stored!.Name ? conversion : Conversion.Between(From, To, SqlText.Quote(Wanted.Name));

    private string Value(string? column, string? parentTable)
    {
        string none = Wanted.IsNotNull && Wanted.Default is { } value ? value : "NULL";
        if (column is null)
        {
            return Wanted.Default ?? "NULL";
        }

        Conversion now = column == Stored!.Name ? conversion : Renamed();
        List<string> parts = [Exact(now, parentTable)];
        if (now.Nearest is { } nearest && parentTable is null)
        {
            parts.Add(nearest);
        }

        if (none != "NULL" && (!Stored.IsNotNull || MayLose))
        {
            parts.Add(none);
        }

        return parts.Count == 1 ? parts[0] : $"coalesce({string.Join(", ", parts)})";
    }

    private static string Exact(Conversion conversion, string? parentTable) => parentTable switch
    {
        null => conversion.Exact,
        "" => "NULL",
        _ => $"CASE WHEN {conversion.Exact} IN (SELECT \"id\" FROM {SqlText.Quote(parentTable)}) THEN {conversion.Exact} END",
    };
}
