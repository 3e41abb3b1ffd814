using System.Text.Json;

namespace HiveGen.Adapters.Http;

/// <summary>What a router says of a refusal.</summary>
/// <param name="Error">Its words; null when it is no refusal of a router.</param>
/// <param name="Code">What kind of refusal it is, where it says so.</param>
/// <param name="HasErrors">Whether it names fields.</param>
internal readonly record struct RouterProblem(string? Error, string? Code, bool HasErrors)
{
    /// <summary>Reads problem details.</summary>
    public static RouterProblem Of(HttpAnswer answer)
    {
        if (!answer.IsJson)
        {
            return default;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(answer.Body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Of(document.RootElement) : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>Reads the members of a refusal.</summary>
    public static RouterProblem Of(JsonElement refusal)
        => new(Text(refusal, "error") ?? Text(refusal, "detail"), Text(refusal, "code"), refusal.TryGetProperty("errors", out _));

    private static string? Text(JsonElement from, string name)
    {
        try
        {
            return from.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Words in another encoding than UTF-8: what the answer means is told by its status.
            return null;
        }
    }
}
