namespace HiveGen.Adapters.MongoDb;

/// <summary>The error codes of MongoDB that mean something to a target.</summary>
internal static class MongoCodes
{
    public const int HostUnreachable = 6;
    public const int HostNotFound = 7;
    public const int Unauthorized = 13;
    public const int AuthenticationFailed = 18;
    public const int CursorNotFound = 43;
    public const int CommandNotFound = 59;
    public const int IndexOptionsConflict = 85;
    public const int IndexKeySpecsConflict = 86;
    public const int WriteConflict = 112;
    public const int DocumentValidationFailure = 121;
    public const int FailedToSatisfyReadPreference = 133;
    public const int QueryPlanKilled = 175;
    public const int CursorKilled = 237;
    public const int NoSuchTransaction = 251;
    public const int MechanismUnavailable = 334;
    public const int TemporarilyUnavailable = 365;
    public const int AtlasError = 8000;
    public const int ObjectTooLarge = 10334;
    public const int DuplicateKey = 11000;
    public const int Interrupted = 11601;
    public const int ResultTooLarge = 17419;

    /// <summary>Whether a server that is not, or no longer, the primary refused it: nothing was done.</summary>
    public static bool IsNotPrimary(int code) => code is 10107 or 13435 or 13436 or 10058;

    /// <summary>Whether it passes by itself: network, elections, shutdowns, locks, deadlines, a shard without a primary, a result that a restart took away.</summary>
    public static bool IsTransient(int code) => IsNotPrimary(code)
        || code is HostUnreachable or HostNotFound or 50 or 64 or 89 or 91 or 100 or WriteConflict or 134 or 189 or 246 or NoSuchTransaction or 262 or 9001 or 11600 or 11602
        || code is CursorNotFound or CursorKilled or QueryPlanKilled or FailedToSatisfyReadPreference or TemporarilyUnavailable or Interrupted;

    /// <summary>Whether a person has to mend it: user, rights, what the server can do, an index in the way.</summary>
    public static bool IsConfiguration(int code) => code is Unauthorized or AuthenticationFailed or CommandNotFound or MechanismUnavailable or AtlasError or IndexOptionsConflict or IndexKeySpecsConflict or 11 or 20 or 263 or 303;
}
