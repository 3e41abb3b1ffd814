using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>What a server says of itself.</summary>
/// <param name="IsPrimary">Whether it takes writes: a primary, a server by itself, a router of shards.</param>
/// <param name="Set">Its replica set; null when it is in none.</param>
/// <param name="Primary">The primary it knows.</param>
/// <param name="Hosts">The servers of its replica set.</param>
internal sealed record ServerHello(bool IsPrimary, string? Set, MongoHost? Primary, IReadOnlyList<MongoHost> Hosts)
{
    private const long OldestWire = 8; // MongoDB 4.2: pipelines in updates

    /// <summary>Reads an answer to <c>hello</c>.</summary>
    /// <exception cref="InvalidDataException">It is broken.</exception>
    /// <exception cref="TargetException">The server is too old.</exception>
    public static ServerHello Read(ReadOnlySpan<byte> answer)
    {
        bool primary = false;
        string? set = null;
        MongoHost? known = null;
        long wire = 0;
        List<MongoHost> hosts = [];
        BsonReader reader = new(answer);
        while (reader.Read())
        {
            if (reader.Name.SequenceEqual("isWritablePrimary"u8) || reader.Name.SequenceEqual("ismaster"u8))
            {
                primary |= reader.Value.Bool;
            }
            else if (reader.Name.SequenceEqual("setName"u8))
            {
                set = reader.Value.Text();
            }
            else if (reader.Name.SequenceEqual("primary"u8))
            {
                known = MongoHost.Parse(reader.Value.Text());
            }
            else if (reader.Name.SequenceEqual("maxWireVersion"u8))
            {
                wire = reader.Value.Int64;
            }
            else if (reader.Name.SequenceEqual("hosts"u8))
            {
                ReadHosts(reader.Value.Document, hosts);
            }
        }

        return wire >= OldestWire
            ? new ServerHello(primary, set, known, hosts)
            : throw new TargetException(TargetFailure.Configuration, "The server is older than MongoDB 4.2, which updates by pipelines came with: update it.");
    }

    private static void ReadHosts(ReadOnlySpan<byte> array, List<MongoHost> hosts)
    {
        BsonReader reader = new(array);
        while (reader.Read())
        {
            if (MongoHost.Parse(reader.Value.Text()) is { } host)
            {
                hosts.Add(host);
            }
        }
    }
}
