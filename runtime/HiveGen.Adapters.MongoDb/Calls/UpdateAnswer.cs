using System.Text;

namespace HiveGen.Adapters.MongoDb;

/// <summary>What an update command did.</summary>
internal sealed class UpdateAnswer
{
    private const int None = -1;

    private UpdateAnswer()
    {
    }

    /// <summary>How many documents were there before, whether or not they were changed.</summary>
    public long Matched { get; private set; }

    /// <summary>How many documents that were there became others.</summary>
    public long Modified { get; private set; }

    /// <summary>The statements that made a document.</summary>
    public HashSet<int> Upserted { get; } = [];

    /// <summary>The statements that were refused.</summary>
    public Dictionary<int, MongoFailure> Errors { get; } = [];

    /// <summary>Reads an answer.</summary>
    /// <exception cref="InvalidDataException">It is broken.</exception>
    public static UpdateAnswer Read(ReadOnlySpan<byte> answer)
    {
        UpdateAnswer read = new();
        for (BsonReader reader = new(answer); reader.Read();)
        {
            if (reader.Name.SequenceEqual("n"u8))
            {
                read.Matched = reader.Value.Int64;
            }
            else if (reader.Name.SequenceEqual("nModified"u8))
            {
                read.Modified = reader.Value.Int64;
            }
            else if (reader.Name.SequenceEqual("upserted"u8))
            {
                for (BsonReader items = new(reader.Value.Document); items.Read();)
                {
                    read.Upserted.Add(IndexOf(items.Value.Document));
                }
            }
            else if (reader.Name.SequenceEqual("writeErrors"u8))
            {
                for (BsonReader items = new(reader.Value.Document); items.Read();)
                {
                    read.Errors[IndexOf(items.Value.Document)] = ErrorOf(items.Value.Document);
                }
            }
        }

        return read;
    }

    private static int IndexOf(ReadOnlySpan<byte> item) => BsonReader.TryFind(item, "index"u8, out BsonValue index) ? (int)index.Int64 : None;

    private static MongoFailure ErrorOf(ReadOnlySpan<byte> item) => new(
        BsonReader.TryFind(item, "code"u8, out BsonValue code) ? (int)code.Int64 : 0,
        BsonReader.TryFind(item, "errmsg"u8, out BsonValue message) && message.Type == BsonType.String ? Encoding.UTF8.GetString(message.Utf8) : "no message");
}
