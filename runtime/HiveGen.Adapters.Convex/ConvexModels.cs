using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Convex;

/// <summary>Compares what the deployed functions know with what this app sends.</summary>
internal static class ConvexModels
{
    /// <summary>The form of the functions' arguments and answers.</summary>
    public const int Form = 2;

    /// <summary>Reads the answer of <c>models</c>.</summary>
    /// <exception cref="TargetException">A model or a field is missing, or the functions are of another form.</exception>
    public static bool Check(JsonElement answer, Uri url, IReadOnlyList<SyncModel> models)
    {
        if ((int)ConvexValues.ReadDouble(answer.GetProperty("form"u8)) != Form)
        {
            throw new TargetException(TargetFailure.Schema, $"The functions at {url} are of another version of HiveGen. {ConvexErrors.Deploy}");
        }

        JsonElement known = answer.GetProperty("models"u8);
        foreach (SyncModel model in models)
        {
            ConvexNames names = ConvexNames.Of(model);
            if (!known.TryGetProperty(names.Table, out JsonElement fields))
            {
                throw new TargetException(TargetFailure.Schema, $"Convex at {url} has no table for {model.Name}. {ConvexErrors.Deploy}");
            }

            HashSet<string> there = [.. fields.EnumerateArray().Select(static field => field.GetString()!)];
            if (names.Fields.FirstOrDefault(field => !there.Contains(field)) is { } missing)
            {
                throw new TargetException(TargetFailure.Schema, $"Convex at {url} has {model.Name} without the field {missing}. {ConvexErrors.Deploy}");
            }
        }

        return true;
    }
}
