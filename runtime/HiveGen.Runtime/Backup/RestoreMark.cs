using HiveGen.Storage;

namespace HiveGen.Backup;

/// <summary>
/// Marks a restored Hive for the targets that keep no cursor: they may be ahead of it, and have nothing that would show it. The
/// mark holds a target's epoch, so that adopting the target, which raises it, ends the mark.
/// </summary>
internal static class RestoreMark
{
    private const string Prefix = "restored:";

    private static readonly PreparedSql Insert = new($"""
        INSERT INTO "_hive_meta" ("key", "value") SELECT '{Prefix}' || "name", "epoch" FROM "_hive_target" WHERE true
        ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value"
        """);

    private static readonly PreparedSql Select = new("""SELECT "value" FROM "_hive_meta" WHERE "key" = ?1""");

    /// <summary>Marks every target that the file remembers.</summary>
    public static void Write(string path)
    {
        using HiveConnection connection = HiveConnection.OpenPath(path);
        connection.Run(Insert);
    }

    /// <summary>The epoch that the target had when this Hive was restored; null when it never was.</summary>
    public static int? Read(HiveConnection connection, string target)
    {
        Statement select = connection.Prepare(Select);
        select.BindText(1, Prefix + target);
        if (!select.Step())
        {
            return null;
        }

        int epoch = (int)select.Int64(0);
        select.Reset();
        return epoch;
    }
}
