using HiveGen.Targets;

namespace HiveGen.Adapters.MySql;

/// <summary>Tells from MySQL's numbers what kind of failure it is.</summary>
internal static class MySqlErrors
{
    private const int Duplicate = 1062;
    private const int MissingParent = 1216;
    private const int MissingParentNamed = 1452;
    private const int MissingTable = 1146;
    private const int MissingDatabase = 1049;

    /// <summary>Whether a row of this key is there already.</summary>
    public static bool IsDuplicate(MySqlRefusal refusal) => refusal.Number == Duplicate;

    /// <summary>Whether a record it links to is missing: mirrors have no foreign keys, but somebody may have added one.</summary>
    public static bool IsMissingParent(MySqlRefusal refusal) => refusal.Number is MissingParent or MissingParentNamed;

    /// <summary>Whether the table does not exist.</summary>
    public static bool IsMissingTable(MySqlRefusal refusal) => refusal.Number == MissingTable;

    /// <summary>The failure of a batch.</summary>
    public static TargetException Of(string peer, MySqlRefusal refusal)
        => new(Class(refusal), $"{peer} refused: {refusal.Message}{(refusal.Number == 0 ? "" : $" (error {refusal.Number})")}", refusal);

    /// <summary>The class of an error.</summary>
    public static TargetFailure Class(MySqlRefusal refusal) => refusal.Number switch
    {
        // Locks, restarts, full disks, too many connections, a primary that became a replica: it passes.
        1205 or 1213 or 1040 or 1053 or 1021 or 1041 or 1037 or 1129 or 1152 or 1158 or 1159 or 1160 or 1161 or 1180 or 1184 or 1203 or 1206 or 1226 or 1290 or 1317 or 1637 or 1792 or 1836 or 1927
            or 1114 or 2002 or 2003 or 2006 or 2013 or 2055 or 3101 or 3169 or 3572 or 4031 => TargetFailure.Transient,
        1969 or 3024 => TargetFailure.Timeout, // the server's own limit for a statement
        1042 => TargetFailure.Transient, // the drivers' word for a host that was not reached
        // No right to, no such user, database, or privilege.
        1044 or 1045 or MissingDatabase or 1130 or 1142 or 1143 or 1227 or 1251 or 1370 or 1396 or 1410 or 1698 or 1820 or 1862 or 3118 or 3159 or 3955 => TargetFailure.Configuration,
        1054 or MissingTable or 1051 or 1060 or 1091 or 1136 or 1109 or 1356 or 1412 => TargetFailure.Schema,
        1153 or 1301 or 2020 => TargetFailure.TooLarge,
        Duplicate or MissingParent or MissingParentNamed => TargetFailure.Batch,
        // Nulls, ranges, lengths, forms, checks, signals of triggers.
        1048 or 1263 or 1264 or 1265 or 1292 or 1364 or 1366 or 1367 or 1406 or 1411 or 1451 or 1644 or 3140 or 3141 or 3150 or 3157 or 3819 or 4025 or 4078 or 22001 => TargetFailure.Batch,
        1059 or 1064 or 1305 or 1118 or 1071 => TargetFailure.Configuration,
        _ => ByKind(refusal.Kind),
    };

    private static TargetFailure ByKind(string? kind) => kind switch
    {
        "Unavailable" or "Aborted" or "Internal" or "Canceled" or "FailedPrecondition" or "ClusterEvent" => TargetFailure.Transient,
        "DeadlineExceeded" => TargetFailure.Timeout,
        "ResourceExhausted" => TargetFailure.Throttled,
        "Unauthenticated" or "PermissionDenied" => TargetFailure.Configuration,
        "NotFound" => TargetFailure.Schema,
        "InvalidArgument" or "AlreadyExists" or "OutOfRange" => TargetFailure.Batch,
        _ => TargetFailure.Unknown,
    };
}
