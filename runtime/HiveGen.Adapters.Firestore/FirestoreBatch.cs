using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Firestore;

/// <summary>
/// Writes states with two requests: one reads versions, one writes what is newer over exactly what was read. What somebody else
/// wrote in between is read and judged again. The writes of a sweep are all done or none, as its guard says.
/// </summary>
internal sealed class FirestoreBatch(FirestoreClient client, FirestoreSweepGuard? guard = null)
{
    private const int MaxRounds = 10;

    /// <summary>Writes the items.</summary>
    /// <exception cref="TargetException">The target failed.</exception>
    public async ValueTask<ItemOutcome[]> RunAsync(IReadOnlyList<SyncItem> items, CancellationToken cancellationToken)
    {
        ItemOutcome[] outcomes = new ItemOutcome[items.Count];
        List<(int Index, string Name)> open = Open(items, outcomes);
        for (int round = 0; open.Count > 0 && round < MaxRounds; round++)
        {
            open = await RoundAsync(items, open, outcomes, cancellationToken).ConfigureAwait(false);
        }

        foreach ((int index, _) in open)
        {
            outcomes[index] = new ItemOutcome(ItemStatus.Retry, $"{items[index].Model.Name} {items[index].RecordId} is written by others so often that this write found no gap.");
        }

        return outcomes;
    }

    private List<(int Index, string Name)> Open(IReadOnlyList<SyncItem> items, ItemOutcome[] outcomes)
    {
        List<(int, string)> open = new(items.Count);
        for (int index = 0; index < items.Count; index++)
        {
            SyncItem item = items[index];
            if (FirestoreNames.Fits(FirestoreNames.Id(item.RecordId)))
            {
                open.Add((index, FirestoreNames.Of(client, item.Model, item.RecordId)));
            }
            else
            {
                outcomes[index] = new ItemOutcome(ItemStatus.Permanent, $"The id of this record is empty or longer than the {FirestoreNames.MaxIdBytes} bytes that Firestore takes.");
            }
        }

        return open;
    }

    private async ValueTask<List<(int Index, string Name)>> RoundAsync(IReadOnlyList<SyncItem> items, List<(int Index, string Name)> open, ItemOutcome[] outcomes, CancellationToken cancellationToken)
    {
        Dictionary<string, FirestoreDocument> stored = await FirestoreRead.StatesAsync(client, [.. open.Select(static one => one.Name)], cancellationToken).ConfigureAwait(false);
        List<(int, string)> lost = [];
        List<(int Index, string Name)> sent = [];
        using FirestoreWrite write = new();
        for (int place = 0; place < open.Count;)
        {
            (int index, string name) = open[place];
            SyncItem item = items[index];
            string? updateTime = null;
            if (stored.TryGetValue(name, out FirestoreDocument document))
            {
                updateTime = document.UpdateTime;
                if (document.Refuse(item, sweeps: guard is not null) is { } refused)
                {
                    outcomes[index] = refused;
                    place++;
                    continue;
                }
            }

            if (write.TryAdd(item, name, updateTime, out ItemOutcome? refusal))
            {
                sent.Add((index, name));
            }
            else if (refusal is { } impossible)
            {
                outcomes[index] = impossible;
            }
            else
            {
                await FlushAsync().ConfigureAwait(false);
                continue;
            }

            place++;
        }

        await FlushAsync().ConfigureAwait(false);
        return lost;

        async ValueTask FlushAsync()
        {
            if (sent.Count > 0)
            {
                await (guard is null ? SendAsync(write, sent, outcomes, lost, cancellationToken) : CommitAsync(write, sent, outcomes, lost, cancellationToken)).ConfigureAwait(false);
                sent.Clear();
                write.Begin();
            }
        }
    }

    private async ValueTask CommitAsync(FirestoreWrite write, List<(int Index, string Name)> sent, ItemOutcome[] outcomes, List<(int, string)> lost, CancellationToken cancellationToken)
    {
        await guard!.AddAsync(write, cancellationToken).ConfigureAwait(false);
        if (!await client.TryCommitAsync(write.End(), cancellationToken).ConfigureAwait(false))
        {
            lost.AddRange(sent);
            return;
        }

        foreach ((int index, _) in sent)
        {
            outcomes[index] = new ItemOutcome(ItemStatus.Applied);
        }
    }

    private async ValueTask SendAsync(FirestoreWrite write, List<(int Index, string Name)> sent, ItemOutcome[] outcomes, List<(int, string)> lost, CancellationToken cancellationToken)
    {
        using JsonDocument answer = await client.CallAsync("batchWrite", write.End(), isLong: false, cancellationToken).ConfigureAwait(false);
        client.Read(answer, root =>
        {
            JsonElement statuses = root.GetProperty("status"u8);
            if (statuses.GetArrayLength() != sent.Count)
            {
                throw new InvalidDataException("As many statuses as writes were expected.");
            }

            int place = 0;
            foreach (JsonElement status in statuses.EnumerateArray())
            {
                (int index, string name) = sent[place++];
                int code = CodeOf(status);
                if (FirestoreCodes.IsLostRace(code))
                {
                    lost.Add((index, name));
                }
                else
                {
                    outcomes[index] = OutcomeOf(code, status);
                }
            }

            return true;
        });
    }

    /// <summary>The code of a status, which is left out when it is zero.</summary>
    public static int CodeOf(JsonElement status) => status.TryGetProperty("code"u8, out JsonElement code) ? code.GetInt32() : FirestoreCodes.Ok;

    private static ItemOutcome OutcomeOf(int code, JsonElement status)
    {
        string words = status.TryGetProperty("message"u8, out JsonElement message) ? $"{message} ({code})" : $"Firestore refused it with code {code}.";
        return code == FirestoreCodes.Ok ? new ItemOutcome(ItemStatus.Applied)
            : new ItemOutcome(FirestoreCodes.IsTransient(code) ? ItemStatus.Retry : ItemStatus.Permanent, words);
    }
}
