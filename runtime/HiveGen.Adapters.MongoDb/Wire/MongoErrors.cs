using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>Tells from a code what kind of failure it is.</summary>
internal static class MongoErrors
{
    private const int MostWords = 1000;

    /// <summary>The failure of a whole command.</summary>
    /// <param name="server">Who said it.</param>
    /// <param name="failure">What was said.</param>
    public static TargetException Of(object server, in MongoFailure failure)
    {
        string words = $"MongoDB at {server} said: {Cut(failure.Message)} ({failure.Code})";
        return failure.Code switch
        {
            MongoCodes.AuthenticationFailed => new(TargetFailure.Configuration, $"{words} Check the user, the password and authSource of the connection string."),
            MongoCodes.Unauthorized => new(TargetFailure.Configuration, $"{words} The user needs the role readWrite on the database."),
            MongoCodes.MechanismUnavailable => new(TargetFailure.Configuration, $"{words} Give the user SCRAM-SHA-256: updateUser with mechanisms."),
            _ when failure.IsTransient || MongoCodes.IsTransient(failure.Code) => new(TargetFailure.Transient, words),
            _ when MongoCodes.IsConfiguration(failure.Code) => new(TargetFailure.Configuration, words),
            MongoCodes.ObjectTooLarge or MongoCodes.ResultTooLarge => new(TargetFailure.TooLarge, words),
            _ => new(TargetFailure.Batch, words),
        };
    }

    /// <summary>The outcome of one write that was refused.</summary>
    public static ItemOutcome OfWrite(in MongoFailure failure)
    {
        string words = $"{Cut(failure.Message)} ({failure.Code})";
        return failure.IsTransient || MongoCodes.IsTransient(failure.Code) || failure.Code == MongoCodes.DuplicateKey
            // A duplicate _id is a race that the next try wins; one of another key passes when its other holder has changed, and is a dead letter when not.
            ? new ItemOutcome(ItemStatus.Retry, words)
            : new ItemOutcome(ItemStatus.Permanent, words);
    }

    private static string Cut(string message) => message.Length > MostWords ? message[..MostWords] : message;
}
