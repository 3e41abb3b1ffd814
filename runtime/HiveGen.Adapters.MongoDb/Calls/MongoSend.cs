using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>Writes states with as few commands as their collections and sizes allow, and tells what became of each.</summary>
internal sealed class MongoSend(MongoCalls calls)
{
    private const int MostBytes = 12 * 1024 * 1024; // of a command, which may have 16 MB

    private readonly BsonWriter command = new();
    private readonly MongoDocument documents = new();
    private readonly List<int> sent = [];

    /// <summary>Writes the items of a range, in order.</summary>
    /// <exception cref="TargetException">The target failed.</exception>
    public async ValueTask RunAsync(IReadOnlyList<SyncItem> items, Range range, ItemOutcome[] outcomes, CancellationToken cancellationToken)
    {
        (int index, int count) = range.GetOffsetAndLength(items.Count);
        for (int end = index + count; index < end;)
        {
            index = Fill(items, index, end, outcomes);
            if (sent.Count > 0)
            {
                ReadOnlyMemory<byte> answer = await calls.RunAsync(command.Written, cancellationToken).ConfigureAwait(false);
                await JudgeAsync(items, UpdateAnswer.Read(answer.Span), outcomes, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private int Fill(IReadOnlyList<SyncItem> items, int index, int end, ItemOutcome[] outcomes)
    {
        SyncModel model = items[index].Model;
        sent.Clear();
        command.Clear();
        command.Begin();
        command.Text("update"u8, model.Mapping<MongoMap>().Collection);
        command.BeginArray("updates"u8);
        for (; index < end && items[index].Model == model; index++)
        {
            SyncItem item = items[index];
            ReadOnlySpan<byte> document = documents.Write(item, item.Record, item.Version);
            if (document.Length > MongoDocument.MaxSize)
            {
                outcomes[index] = TooLarge(document.Length);
                continue;
            }

            if (sent.Count > 0 && command.Length + document.Length > MostBytes)
            {
                break;
            }

            MongoUpdate.Guarded(command, item, document, item.Version);
            sent.Add(index);
        }

        command.End();
        command.Bool("ordered"u8, false);
        calls.EndWrite(command);
        return index;
    }

    private async ValueTask JudgeAsync(IReadOnlyList<SyncItem> items, UpdateAnswer answer, ItemOutcome[] outcomes, CancellationToken cancellationToken)
    {
        foreach (MongoFailure refused in answer.Errors.Values)
        {
            // No fault of the record: told of one, it is so for all.
            if (MongoCodes.IsConfiguration(refused.Code))
            {
                throw MongoErrors.Of(calls.Database, refused);
            }
        }

        List<SyncItem> open = [];
        for (int place = 0; place < sent.Count; place++)
        {
            int index = sent[place];
            bool made = answer.Upserted.Contains(place);
            outcomes[index] = answer.Errors.TryGetValue(place, out MongoFailure failure) ? MongoErrors.OfWrite(failure) : new ItemOutcome(ItemStatus.Applied);
            if (!made && failure == default)
            {
                open.Add(items[index]);
            }
        }

        // Only where fewer documents changed than were there before is there anything to find out.
        if (open.Count > answer.Modified)
        {
            Dictionary<SqlValue, TargetRow> stored = await MongoStored.ReadAsync(calls, open, withRecords: false, cancellationToken).ConfigureAwait(false);
            int equal = open.Count(item => stored.TryGetValue(item.Id, out TargetRow row) && row.Version == item.Version && row.Home == item.Home);
            for (int place = 0; place < sent.Count; place++)
            {
                if (!answer.Upserted.Contains(place) && !answer.Errors.ContainsKey(place))
                {
                    outcomes[sent[place]] = OutcomeOf(items[sent[place]], stored, equal > answer.Modified && answer.Modified == 0);
                }
            }
        }
    }

    // A row that is exactly as it was sent counts as applied, unless nothing was: then all of it was there before.
    private static ItemOutcome OutcomeOf(in SyncItem item, Dictionary<SqlValue, TargetRow> stored, bool isRepeat) => !stored.TryGetValue(item.Id, out TargetRow row)
        ? new ItemOutcome(ItemStatus.Retry, $"{item.Model.Name} {item.RecordId} was taken away while it was written.")
        : row.Home != item.Home ? TargetRow.OtherHome(item, row.Home)
        : row.Version == item.Version && !isRepeat ? new ItemOutcome(ItemStatus.Applied)
        : row.Version >= item.Version ? new ItemOutcome(ItemStatus.Stale)
        : new ItemOutcome(ItemStatus.Retry, $"{item.Model.Name} {item.RecordId} was changed by another program while it was written.");

    private static ItemOutcome TooLarge(int bytes)
        => new(ItemStatus.Permanent, $"The record makes a document of {bytes} bytes; MongoDB takes {MongoDocument.MaxSize}.");
}
