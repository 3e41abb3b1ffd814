using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Http;

/// <summary>Reads what a router made of the records of a batch.</summary>
internal static class BatchResults
{
    /// <summary>Writes the outcomes of a run, in the order of its items.</summary>
    /// <exception cref="TargetException">The two sides know different models, or the answer does not fit the request.</exception>
    public static void Read(RouterSettings settings, HttpAnswer answer, in BatchRun run, Span<ItemOutcome> outcomes)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(answer.Body);
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("results"u8, out JsonElement results)
                || results.ValueKind != JsonValueKind.Array || results.GetArrayLength() != run.Count)
            {
                throw RouterErrors.Strange(settings, answer);
            }

            int index = 0;
            foreach (JsonElement result in results.EnumerateArray())
            {
                SyncItem item = run.Items[run.Start + index];
                if (result.ValueKind != JsonValueKind.Object || !result.TryGetProperty("recordId"u8, out JsonElement id) || !id.ValueEquals(item.RecordId))
                {
                    throw RouterErrors.Strange(settings, answer);
                }

                outcomes[index++] = Outcome(settings, item, result) ?? throw RouterErrors.Strange(settings, answer);
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw RouterErrors.Strange(settings, answer);
        }
    }

    private static ItemOutcome? Outcome(RouterSettings settings, in SyncItem item, JsonElement result)
    {
        if (!result.TryGetProperty("status"u8, out JsonElement status))
        {
            return null;
        }

        if (status.ValueEquals("applied"u8))
        {
            return new ItemOutcome(ItemStatus.Applied);
        }

        if (status.ValueEquals("stale"u8))
        {
            return new ItemOutcome(ItemStatus.Stale);
        }

        RouterProblem problem = RouterProblem.Of(result);
        if (RouterErrors.IsSchema(problem.Code))
        {
            throw new TargetException(TargetFailure.Schema, $"The router at {settings.Url} knows another form of {item.Model.Name}: {problem.Error}");
        }

        ItemStatus? known = status.GetString() switch
        {
            "conflict" => ItemStatus.Conflict,
            "invalid" or "refused" => ItemStatus.Permanent,
            "retry" => ItemStatus.Retry,
            _ => null,
        };
        return known is { } failed ? new ItemOutcome(failed, problem.Error) : null;
    }
}
