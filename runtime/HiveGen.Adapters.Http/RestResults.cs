using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Http;

/// <summary>Reads what an API made of a batch: of each record where it tells (<c>results</c>), else by the original's counts.</summary>
internal static class RestResults
{
    /// <summary>Writes the outcomes of a run, in the order of its items.</summary>
    /// <exception cref="TargetException">Some failed and the API did not say which, or its answer cannot be read.</exception>
    public static void Read(string peer, HttpAnswer answer, BatchRun run, Memory<ItemOutcome> outcomes)
    {
        if (answer.Body.IsEmpty)
        {
            outcomes.Span.Fill(new ItemOutcome(ItemStatus.Applied));
            return;
        }

        answer.Read(
            root =>
            {
                if (root.TryGetProperty("results"u8, out JsonElement results))
                {
                    ReadEach(results, run, outcomes.Span);
                }
                else
                {
                    ReadCounts(peer, answer, root, outcomes.Span);
                }

                return true;
            },
            broken => RestErrors.Strange(peer, broken));
    }

    private static void ReadCounts(string peer, HttpAnswer answer, JsonElement root, Span<ItemOutcome> outcomes)
    {
        bool success = root.GetProperty("success"u8).GetBoolean();
        int failed = root.TryGetProperty("failed"u8, out JsonElement count) ? count.GetInt32() : success ? 0 : outcomes.Length;
        if (!success || failed > 0)
        {
            throw HttpFailures.Make(TargetFailure.Batch, peer, answer, RouterProblem.Of(root).Error ?? $"{failed} of {outcomes.Length} records failed");
        }

        outcomes.Fill(new ItemOutcome(ItemStatus.Applied));
    }

    private static void ReadEach(JsonElement results, in BatchRun run, Span<ItemOutcome> outcomes)
    {
        if (results.GetArrayLength() != run.Count)
        {
            throw new FormatException("There is not one result a record.");
        }

        int index = 0;
        foreach (JsonElement result in results.EnumerateArray())
        {
            if (!result.GetProperty("recordId"u8).ValueEquals(run.Items[run.Start + index].RecordId))
            {
                throw new FormatException("The results are not in the order of the records.");
            }

            outcomes[index++] = Outcome(result);
        }
    }

    private static ItemOutcome Outcome(JsonElement result)
    {
        string? error = RouterProblem.Of(result).Error;
        return result.GetProperty("status"u8).GetString() switch
        {
            "applied" => new ItemOutcome(ItemStatus.Applied),
            "stale" => new ItemOutcome(ItemStatus.Stale),
            "conflict" => new ItemOutcome(ItemStatus.Conflict, error),
            "retry" => new ItemOutcome(ItemStatus.Retry, error),
            "failed" => new ItemOutcome(result.TryGetProperty("retryable"u8, out JsonElement retryable) && retryable.GetBoolean() ? ItemStatus.Retry : ItemStatus.Permanent, error),
            _ => throw new FormatException("A status is none of applied, stale, conflict, retry, failed."),
        };
    }
}
