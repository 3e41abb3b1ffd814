using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>The collection <c>_hive_cursor</c>: how far each Hive has come here, moved by compare-and-set.</summary>
internal sealed class MongoCursor(MongoCalls calls)
{
    /// <summary>The cursor of a Hive; null when it has none.</summary>
    /// <exception cref="TargetException">The target failed.</exception>
    public async ValueTask<TargetCursor?> ReadAsync(string hive, CancellationToken cancellationToken)
    {
        TargetCursor? cursor = null;
        BsonWriter find = MongoFind.Begin(MongoNames.CursorCollection);
        find.BeginDocument("filter"u8);
        find.Text("_id"u8, hive);
        find.End();
        // What a fail-over could take back is not there yet.
        find.BeginDocument("readConcern"u8);
        find.Text("level"u8, "majority"u8);
        find.End();
        await MongoFind.RunAsync(
            calls,
            MongoNames.CursorCollection,
            find,
            limit: 1,
            batch =>
            {
                cursor = batch.Count == 0 ? null : Read(batch[0].Span);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        return cursor;
    }

    /// <summary>Moves the cursor if it is where it is expected. One that has moved already is no conflict: an answer was lost.</summary>
    /// <exception cref="TargetException">It is elsewhere, or the target failed.</exception>
    public async ValueTask MoveAsync(CursorMove move, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> answer = await calls.RunAsync(move.From is null ? Insert(move) : Update(move, move.From), cancellationToken).ConfigureAwait(false);
        UpdateAnswer did = UpdateAnswer.Read(answer.Span);
        if (did.Matched == 1 && did.Errors.Count == 0)
        {
            return;
        }

        TargetCursor? found = await ReadAsync(move.Hive, cancellationToken).ConfigureAwait(false);
        if (!TargetCursor.SamePlace(found, move.To))
        {
            throw new TargetException(
                TargetFailure.CursorConflict,
                $"The cursor is at {Describe(found)} and was left at {Describe(move.From)}: another copy of this Hive wrote here.");
        }
    }

    private ReadOnlyMemory<byte> Insert(CursorMove move)
    {
        BsonWriter w = new();
        w.Begin();
        w.Text("insert"u8, MongoNames.CursorCollection);
        w.BeginArray("documents"u8);
        w.BeginDocument();
        w.Text("_id"u8, move.Hive);
        Place(w, move.To);
        w.Int64("high"u8, move.To.High);
        w.End();
        w.End();
        calls.EndWrite(w);
        return w.Written;
    }

    private ReadOnlyMemory<byte> Update(CursorMove move, TargetCursor from)
    {
        BsonWriter w = new();
        w.Begin();
        w.Text("update"u8, MongoNames.CursorCollection);
        w.BeginArray("updates"u8);
        w.BeginDocument();
        w.BeginDocument("q"u8);
        w.Text("_id"u8, move.Hive);
        Place(w, from);
        w.End();
        w.BeginDocument("u"u8);
        w.BeginDocument("$set"u8);
        Place(w, move.To);
        w.Int64("high"u8, move.To.High);
        w.End();
        w.BeginDocument("$currentDate"u8);
        w.Bool("movedAt"u8, true);
        w.End();
        w.End();
        w.End();
        w.End();
        calls.EndWrite(w);
        return w.Written;
    }

    private static void Place(BsonWriter w, TargetCursor cursor)
    {
        w.Text("session"u8, cursor.Session);
        w.Int64("seq"u8, cursor.Seq);
        w.Int64("epoch"u8, cursor.Epoch);
    }

    private static TargetCursor Read(ReadOnlySpan<byte> document)
    {
        string? session = null;
        long seq = 0;
        long epoch = 0;
        long high = 0;
        for (BsonReader reader = new(document); reader.Read();)
        {
            if (reader.Name.SequenceEqual("session"u8))
            {
                session = reader.Value.Text();
            }
            else if (reader.Name.SequenceEqual("seq"u8))
            {
                seq = reader.Value.Int64;
            }
            else if (reader.Name.SequenceEqual("epoch"u8))
            {
                epoch = reader.Value.Int64;
            }
            else if (reader.Name.SequenceEqual("high"u8))
            {
                high = reader.Value.Int64;
            }
        }

        return new TargetCursor(session ?? throw BsonReader.Broken("a cursor without a session"), seq, checked((int)epoch), high);
    }

    private static string Describe(TargetCursor? cursor) => cursor is null ? "nothing" : $"change {cursor.Seq} of session {cursor.Session}, epoch {cursor.Epoch}";
}
