using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>Reads documents batch by batch, so that no more than one batch is in memory.</summary>
internal static class MongoFind
{
    private const int BatchSize = 1000;

    /// <summary>Begins a <c>find</c> whose filter the caller writes next.</summary>
    public static BsonWriter Begin(string collection)
    {
        BsonWriter w = new();
        w.Begin();
        w.Text("find"u8, collection);
        return w;
    }

    /// <summary>Runs a command that was begun and whose filter was written, and hands out its documents.</summary>
    /// <param name="calls">The database.</param>
    /// <param name="collection">The collection.</param>
    /// <param name="command">The command.</param>
    /// <param name="limit">The most documents, few enough for one answer; 0 for all.</param>
    /// <param name="each">Takes the documents of a batch; it says whether it wants more.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TargetException">The target failed.</exception>
    public static async ValueTask RunAsync(MongoCalls calls, string collection, BsonWriter command, int limit, Func<List<ReadOnlyMemory<byte>>, bool> each, CancellationToken cancellationToken)
    {
        command.Int32("batchSize"u8, limit == 0 ? BatchSize : limit);
        if (limit > 0)
        {
            command.Int32("limit"u8, limit);
            command.Bool("singleBatch"u8, true);
        }

        calls.End(command);
        List<ReadOnlyMemory<byte>> batch = [];
        long cursor = Take(await calls.RunAsync(command.Written, cancellationToken).ConfigureAwait(false), "firstBatch"u8, batch);
        // One batch has all of a limit. A server that leaves its cursor open all the same would follow it by an empty one.
        bool more = each(batch) && limit == 0;
        while (cursor != 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            command.Clear();
            command.Begin();
            if (more)
            {
                command.Int64("getMore"u8, cursor);
                command.Text("collection"u8, collection);
                command.Int32("batchSize"u8, BatchSize);
            }
            else
            {
                command.Text("killCursors"u8, collection);
                command.BeginArray("cursors"u8);
                command.Int64(default, cursor);
                command.End();
            }

            calls.End(command);
            ReadOnlyMemory<byte> answer = await calls.RunAsync(command.Written, cancellationToken).ConfigureAwait(false);
            if (!more)
            {
                return;
            }

            cursor = Take(answer, "nextBatch"u8, batch);
            more = each(batch);
        }
    }

    private static long Take(ReadOnlyMemory<byte> answer, ReadOnlySpan<byte> name, List<ReadOnlyMemory<byte>> batch)
    {
        batch.Clear();
        BsonReader reader = new(answer.Span);
        while (reader.Read())
        {
            if (reader.Name.SequenceEqual("cursor"u8))
            {
                return TakeBatch(answer.Slice(reader.ValueStart, reader.ValueLength), name, batch);
            }
        }

        throw BsonReader.Broken("an answer without a cursor");
    }

    private static long TakeBatch(ReadOnlyMemory<byte> cursor, ReadOnlySpan<byte> name, List<ReadOnlyMemory<byte>> batch)
    {
        long id = 0;
        for (BsonReader reader = new(cursor.Span); reader.Read();)
        {
            if (reader.Name.SequenceEqual("id"u8))
            {
                id = reader.Value.Int64;
            }
            else if (reader.Name.SequenceEqual(name))
            {
                int start = reader.ValueStart;
                for (BsonReader documents = new(reader.Value.Document); documents.Read();)
                {
                    _ = documents.Value.Document;
                    batch.Add(cursor.Slice(start + documents.ValueStart, documents.ValueLength));
                }
            }
        }

        return id;
    }
}
