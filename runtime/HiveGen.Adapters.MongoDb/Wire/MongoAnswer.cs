using System.Text;

namespace HiveGen.Adapters.MongoDb;

/// <summary>What an answer says of the whole command.</summary>
internal static class MongoAnswer
{
    /// <summary>Why the command failed; null when it did not.</summary>
    /// <exception cref="InvalidDataException">The answer is broken.</exception>
    public static MongoFailure? Failure(ReadOnlySpan<byte> answer)
    {
        if (!BsonReader.TryFind(answer, "ok"u8, out BsonValue ok))
        {
            throw BsonReader.Broken("an answer without 'ok'");
        }

        if (ok.Bool)
        {
            // Written, but not by as many servers as were asked for.
            return BsonReader.TryFind(answer, "writeConcernError"u8, out BsonValue concern) ? Read(concern.Document, isWriteConcern: true) : null;
        }

        return Read(answer, isWriteConcern: false);
    }

    private static MongoFailure Read(ReadOnlySpan<byte> document, bool isWriteConcern)
    {
        int code = BsonReader.TryFind(document, "code"u8, out BsonValue number) && number.IsInteger ? (int)number.Int64 : 0;
        string message = BsonReader.TryFind(document, "errmsg"u8, out BsonValue text) && text.Type == BsonType.String ? Encoding.UTF8.GetString(text.Utf8) : "no message";
        bool isTransient = isWriteConcern;
        if (BsonReader.TryFind(document, "errorLabels"u8, out BsonValue labels) && labels.Type == BsonType.Array)
        {
            BsonReader reader = new(labels.Document);
            while (reader.Read())
            {
                isTransient |= reader.Value.Type == BsonType.String && (reader.Value.Utf8.SequenceEqual("RetryableWriteError"u8) || reader.Value.Utf8.SequenceEqual("TransientTransactionError"u8));
            }
        }

        return new MongoFailure(code, message, isTransient);
    }
}
