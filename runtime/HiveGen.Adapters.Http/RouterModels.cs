using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Http;

/// <summary>What a router said that it takes.</summary>
/// <param name="RemembersCursor">Whether its target keeps cursors.</param>
/// <param name="CanVerify">Whether its target's rows can be compared; true when it does not say, as a router of before.</param>
/// <param name="MaxRecords">The most records of a batch.</param>
/// <param name="MaxBytes">The longest body of a batch.</param>
internal sealed record RouterModels(bool RemembersCursor, bool CanVerify, int MaxRecords, int MaxBytes)
{
    private const int Protocol = 1;

    /// <summary>Reads the answer and compares the models.</summary>
    /// <exception cref="TargetException">The router lacks a model or a field, or is of a version this sender does not understand.</exception>
    public static RouterModels Read(RouterSettings settings, HttpAnswer answer, IReadOnlyList<SyncModel> models)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(answer.Body);
            JsonElement root = document.RootElement;
            if (root.GetProperty("protocol"u8).GetInt32() is var protocol && protocol != Protocol)
            {
                throw new TargetException(TargetFailure.Configuration, $"The router at {settings.Url} speaks form {protocol} of the sync between Hives, this app form {Protocol}: use versions of HiveGen that fit.");
            }

            Compare(settings, root.GetProperty("models"u8), models);
            bool canVerify = !root.TryGetProperty("canVerify"u8, out JsonElement told) || told.GetBoolean();
            return new RouterModels(root.GetProperty("remembersCursor"u8).GetBoolean(), canVerify, root.GetProperty("maxRecords"u8).GetInt32(), root.GetProperty("maxBytes"u8).GetInt32());
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw RouterErrors.Strange(settings, answer);
        }
    }

    private static void Compare(RouterSettings settings, JsonElement known, IReadOnlyList<SyncModel> models)
    {
        foreach (SyncModel model in models)
        {
            if (!known.TryGetProperty(model.Name, out JsonElement fields))
            {
                throw new TargetException(TargetFailure.Schema, $"The router at {settings.Url} does not know the model {model.Name}: deploy it there, or take its Sync name away here.");
            }

            HashSet<string> names = [.. fields.EnumerateArray().Select(static field => field.GetString()!)];
            if (model.Fields.FirstOrDefault(field => !names.Contains(field.Name)) is { } missing)
            {
                throw new TargetException(TargetFailure.Schema, $"The router at {settings.Url} knows {model.Name} without {missing.Name}: deploy it there, or mark it [LocalOnly] here.");
            }
        }
    }
}
