using System.Globalization;
using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Firestore;

/// <summary>The collection <c>_hive_cursor</c>: how far each Hive has come here, moved by compare-and-set.</summary>
internal sealed class FirestoreCursor(FirestoreClient client)
{
    /// <summary>The cursor of a Hive; null when it has none.</summary>
    /// <exception cref="TargetException">The target failed.</exception>
    public async ValueTask<TargetCursor?> ReadAsync(string hive, CancellationToken cancellationToken)
        => (await ReadStoredAsync(hive, cancellationToken).ConfigureAwait(false)).Cursor;

    /// <summary>Moves the cursor if it is where it is expected. One that has moved already is no conflict: an answer was lost.</summary>
    /// <exception cref="TargetException">It is elsewhere, or the target failed.</exception>
    public async ValueTask MoveAsync(CursorMove move, CancellationToken cancellationToken)
    {
        (TargetCursor? found, string? updateTime) = await ReadStoredAsync(move.Hive, cancellationToken).ConfigureAwait(false);
        if (TargetCursor.SamePlace(found, move.From) && await WriteAsync(move, updateTime, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        // Looked at again: the write may have been somebody else's.
        (found, _) = await ReadStoredAsync(move.Hive, cancellationToken).ConfigureAwait(false);
        if (!TargetCursor.SamePlace(found, move.To))
        {
            throw Elsewhere(found, move.From);
        }
    }

    /// <summary>Adds to a commit what lets it through only while the cursor is where it was left.</summary>
    /// <exception cref="TargetException">It is elsewhere, or the target failed.</exception>
    public async ValueTask HoldAsync(string hive, TargetCursor at, FirestoreWrite write, CancellationToken cancellationToken)
    {
        (TargetCursor? found, string? updateTime) = await ReadStoredAsync(hive, cancellationToken).ConfigureAwait(false);
        if (!TargetCursor.SamePlace(found, at))
        {
            throw Elsewhere(found, at);
        }

        write.Add(NameOf(hive), updateTime, fields => Write(fields, found!));
    }

    private async ValueTask<(TargetCursor? Cursor, string? UpdateTime)> ReadStoredAsync(string hive, CancellationToken cancellationToken)
    {
        TargetCursor? cursor = null;
        string? updateTime = null;
        await FirestoreRead.RunAsync(
            client,
            [NameOf(hive)],
            statesOnly: false,
            document =>
            {
                JsonElement fields = FirestoreDocument.Fields(document);
                updateTime = document.GetProperty("updateTime"u8).GetString();
                cursor = new TargetCursor(
                    FirestoreValues.Text(fields.GetProperty("session"u8)),
                    FirestoreValues.Int64(fields.GetProperty("seq"u8)),
                    checked((int)FirestoreValues.Int64(fields.GetProperty("epoch"u8))),
                    FirestoreValues.Int64(fields.GetProperty("high"u8)));
            },
            cancellationToken).ConfigureAwait(false);
        return (cursor, updateTime);
    }

    private async ValueTask<bool> WriteAsync(CursorMove move, string? updateTime, CancellationToken cancellationToken)
    {
        using FirestoreWrite write = new();
        write.Add(NameOf(move.Hive), updateTime, fields => Write(fields, move.To));
        using JsonDocument answer = await client.CallAsync("batchWrite", write.End(), isLong: false, cancellationToken).ConfigureAwait(false);
        return client.Read(answer, root =>
        {
            JsonElement status = root.GetProperty("status"u8)[0];
            int code = FirestoreBatch.CodeOf(status);
            return code == FirestoreCodes.Ok || (FirestoreCodes.IsLostRace(code)
                ? false
                : throw new TargetException(TargetFailure.Transient, $"Firestore did not move the cursor: {status}."));
        });
    }

    private string NameOf(string hive) => $"{client.Root}/{FirestoreNames.CursorCollection}/{FirestoreNames.Id(hive)}";

    private static void Write(Utf8JsonWriter fields, TargetCursor cursor)
    {
        FirestoreWrite.WriteText(fields, "session", cursor.Session);
        Number(fields, "seq", cursor.Seq);
        Number(fields, "epoch", cursor.Epoch);
        Number(fields, "high", cursor.High);
    }

    private static void Number(Utf8JsonWriter writer, string name, long value)
    {
        writer.WriteStartObject(name);
        writer.WriteString("integerValue"u8, value.ToString(CultureInfo.InvariantCulture));
        writer.WriteEndObject();
    }

    private static TargetException Elsewhere(TargetCursor? found, TargetCursor? left)
        => new(TargetFailure.CursorConflict, $"The cursor is at {Describe(found)} and was left at {Describe(left)}: another copy of this Hive wrote here.");

    private static string Describe(TargetCursor? cursor) => cursor is null ? "nothing" : $"change {cursor.Seq} of session {cursor.Session}, epoch {cursor.Epoch}";
}
