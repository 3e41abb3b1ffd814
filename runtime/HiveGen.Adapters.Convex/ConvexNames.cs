using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Convex;

/// <summary>
/// How a model and its fields are named at Convex, which keeps names that begin with <c>_</c> or <c>$</c> for itself and takes ASCII
/// alone. What a field may not be called is spelled differently, always in the same way. Immutable.
/// </summary>
internal sealed class ConvexNames
{
    /// <summary>The field of the record's id.</summary>
    public const string Id = "hiveId";

    private static readonly string[] Bookkeeping = [Id, "hiveVersion", "hiveDeleted", "hiveHome", "hiveSyncedAt", "hiveMerge"];
    private static readonly ConcurrentDictionary<SyncModel, ConvexNames> Known = new();

    private ConvexNames(SyncModel model)
    {
        Table = Safe(model.Name);
        Fields = [.. model.Fields.Select(static (field, index) => index == 0 ? Id : Safe(field.Name))];
        Members = [.. Fields.Select(static field => JsonEncodedText.Encode(field))];
    }

    /// <summary>The table.</summary>
    public string Table { get; }

    /// <summary>The fields, in field order.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>The same, as members of JSON.</summary>
    public JsonEncodedText[] Members { get; }

    /// <summary>The names of a model.</summary>
    public static ConvexNames Of(SyncModel model) => Known.TryGetValue(model, out ConvexNames? known) ? known : Known.GetOrAdd(model, static made => new(made));

    private static string Safe(string name)
    {
        StringBuilder safe = new(Bookkeeping.Contains(name) || !char.IsAsciiLetter(name[0]) ? "x_" : "");
        foreach (char letter in name)
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter == '_')
            {
                safe.Append(letter);
            }
            else
            {
                safe.Append(CultureInfo.InvariantCulture, $"_{(int)letter:x4}");
            }
        }

        return safe.ToString();
    }
}
