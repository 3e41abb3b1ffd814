namespace HiveGen.Adapters.Firestore;

/// <summary>The numbers of gRPC's statuses, which answers to single writes have.</summary>
internal static class FirestoreCodes
{
    public const int Ok = 0;
    public const int DeadlineExceeded = 4;
    public const int NotFound = 5;
    public const int AlreadyExists = 6;
    public const int ResourceExhausted = 8;
    public const int FailedPrecondition = 9;
    public const int Aborted = 10;
    public const int Internal = 13;
    public const int Unavailable = 14;

    /// <summary>Whether somebody else wrote the document since it was read: it is read again.</summary>
    public static bool IsLostRace(int code) => code is AlreadyExists or FailedPrecondition or NotFound;

    /// <summary>Whether the write may succeed later.</summary>
    public static bool IsTransient(int code) => code is Aborted or DeadlineExceeded or ResourceExhausted or Internal or Unavailable;
}
