using System.Text.Json;
using HiveGen.Storage;

namespace HiveGen.Records;

/// <summary>Tells whether two records would be stored alike.</summary>
internal static class RecordComparison
{
    /// <summary>
    /// Compares every column as SQLite would hold it, so that no model needs a comparison of its own. JSON is compared by its values:
    /// spaces, escapes and the order of members make no difference.
    /// </summary>
    public static bool AreSame<TRecord>(HiveConnection connection, HiveModel<TRecord> model, TRecord one, TRecord other)
        where TRecord : class
    {
        SqlValue[] left = RecordValues.Of(connection, model, one);
        SqlValue[] right = RecordValues.Of(connection, model, other);
        for (int i = 0; i < left.Length; i++)
        {
            if (!left[i].Equals(right[i]) && !IsSameNumber(left[i], right[i]) && !(model.Columns[i].Json && IsSameJson(left[i], right[i])))
            {
                return false;
            }
        }

        return true;
    }

    // Zero may have a sign in a record, and has none where it is stored.
    private static bool IsSameNumber(in SqlValue left, in SqlValue right) => left.Kind == SqlKind.Real && right.Kind == SqlKind.Real && left.Double == right.Double;

    private static bool IsSameJson(in SqlValue left, in SqlValue right)
        => left.Text is { } one && right.Text is { } other && JsonElement.DeepEquals(JsonElement.Parse(one), JsonElement.Parse(other));
}
