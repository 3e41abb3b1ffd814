using HiveGen.Storage;

namespace HiveGen.Migrations;

/// <summary>What the change of a column may lose.</summary>
internal static class ColumnRisks
{
    /// <param name="change">The change.</param>
    /// <param name="source">The table in the file.</param>
    /// <param name="allow">What is allowed.</param>
    public static IEnumerable<MigrationRisk> Of(ColumnChange change, string source, Allowance allow)
    {
        string what = change.Stored is null ? $"the column \"{change.Wanted.Name}\" is new and required"
            : change.MayLose ? $"the column \"{change.Wanted.Name}\" becomes {Words(change)}"
            : $"the column \"{change.Wanted.Name}\" becomes required";
        string token = Allowance.Change(change.Table, change.Wanted.Name);
        bool isOpen = change.Wanted is { IsNotNull: true, Default: null };
        if (isOpen && (change.MayFill || change.MayLose))
        {
            yield return new MigrationRisk(change.Table, what, change.Stored is null ? "would have no value in it" : "have no value for it, or none that fits", null, Missing(change))
            {
                CountSql = Count(source, $"({change.Before}) IS NULL"),
            };
        }

        if (change.MayLose && change.Wanted.IsPrimaryKey)
        {
            yield return new MigrationRisk(change.Table, what, "have an id that does not fit", null, "The ids of records stay as they are: take the change back, or add a model of its own for the new ids.") { CountSql = Count(source, change.Unfit) };
        }
        else if (change.MayLose && (!isOpen || change.HasNearest))
        {
            yield return new MigrationRisk(change.Table, what, $"have a value that does not fit: they {change.Fate}", token, "Or give these rows other values before.")
            {
                CountSql = Count(source, change.Unfit),
                IsAllowed = allow.Has(token),
                ChangesValues = true,
            };
        }

        if (change is { MayFill: true, Stored: not null } && !isOpen)
        {
            yield return new MigrationRisk(change.Table, $"the column \"{change.Wanted.Name}\" becomes required", $"have no value in it: they get {change.Wanted.Default}", token, "Or give these rows values before.")
            {
                CountSql = Count(source, $"{SqlText.Quote(change.Stored.Name)} IS NULL"),
                IsAllowed = allow.Has(token),
                ChangesValues = true,
            };
        }
    }

    /// <summary>A column that is dropped.</summary>
    public static MigrationRisk Dropped(string table, string column, string source, Allowance allow)
    {
        string token = Allowance.DropColumn(table, column);
        return new MigrationRisk(table, $"the column \"{column}\" is dropped", "have a value in it, which is lost", token, $"Was it renamed? Then put [RenamedFrom(\"{column}\")] on the property that it is now.")
        {
            CountSql = Count(source, $"{SqlText.Quote(column)} IS NOT NULL"),
            IsAllowed = allow.Has(token),
        };
    }

    public static string Count(string source, string condition) => $"SELECT count(*) FROM {SqlText.Quote(source)} WHERE {condition}";

    private static string Words(ColumnChange change) => change.Wanted.LinksTo is { } table ? $"a link to \"{table}\"" : change.From == change.To ? "required" : $"{change.To} instead of {change.From}";

    private static string Missing(ColumnChange change) => change.Stored is null
        ? "Make the property nullable, or give it an initialiser, which becomes the value of these rows."
        : "Give these rows values before, or make the property nullable, or give it an initialiser, which becomes their value.";
}
