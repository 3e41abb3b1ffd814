using System.Text;
using HiveGen.Targets;

namespace HiveGen.Adapters.Firestore;

/// <summary>The names of documents, and of their bookkeeping fields.</summary>
internal static class FirestoreNames
{
    /// <summary>Where the cursors are.</summary>
    public const string CursorCollection = "_hive_cursor";

    public const string Version = "_version";
    public const string Deleted = "_deleted";
    public const string Home = "_home";
    public const string SyncedAt = "_syncedAt";

    /// <summary>The longest id, in bytes.</summary>
    public const int MaxIdBytes = 1500;

    /// <summary>
    /// The id of a record as a document's: what no document's id may be is written in percent (a slash, <c>.</c>, <c>..</c>,
    /// <c>__x__</c>), and so is the percent sign itself.
    /// </summary>
    public static string Id(string recordId)
    {
        string id = recordId.Replace("%", "%25", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal);
        return id is "." or ".." ? id.Replace(".", "%2E", StringComparison.Ordinal) : IsReserved(id) ? "%5F" + id[1..] : id;
    }

    /// <summary>Whether a document can have this id.</summary>
    public static bool Fits(string id) => id.Length > 0 && Encoding.UTF8.GetByteCount(id) <= MaxIdBytes;

    /// <summary>Whether Firestore keeps a name for itself.</summary>
    public static bool IsReserved(string name) => name.Length >= 4 && name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal);

    /// <summary>The name of an item's document.</summary>
    public static string Of(FirestoreClient client, SyncModel model, string recordId) => $"{client.Root}/{model.Mapping<FirestoreMap>().Collection}/{Id(recordId)}";
}
