using System.Globalization;
using System.Security.Cryptography;

namespace HiveGen.Storage;

/// <summary>One opening of a Hive's file: which Hive it is, its epoch, and the first change this opening may log.</summary>
/// <param name="HiveId">The home of this Hive's records.</param>
/// <param name="Epoch">Counts adoptions, from 1.</param>
/// <param name="Id">The random name of this opening.</param>
/// <param name="FirstSeq">The first seq this opening may log.</param>
internal sealed record HiveSession(string HiveId, long Epoch, string Id, long FirstSeq)
{
    /// <summary>Says who the Hive of a new file is, in the transaction that is open.</summary>
    public static void Identify(HiveConnection connection)
    {
        Meta.Write(connection, Meta.HiveId, SqlValue.From("hive_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))));
        Meta.Write(connection, Meta.Epoch, SqlValue.From(1L));
    }

    /// <summary>Appends a session, in the transaction that is open.</summary>
    public static void Append(HiveConnection connection, TimeProvider clock)
    {
        Statement statement = connection.Prepare("""INSERT INTO "_hive_session" ("session", "first_seq", "opened_at") VALUES (?1, ?2, ?3)""");
        string session = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        long first = LastSeq(connection) + 1;
        statement.BindText(1, session);
        statement.BindInt64(2, first);
        statement.BindInt64(3, UnixMicros.Write(clock.GetUtcNow()));
        statement.Run();
    }

    /// <summary>The session that was appended last.</summary>
    public static HiveSession Read(HiveConnection connection)
    {
        Statement statement = connection.Prepare("""SELECT "session", "first_seq" FROM "_hive_session" ORDER BY rowid DESC LIMIT 1""");
        if (!statement.Step())
        {
            throw new HiveStorageException("The Hive's table _hive_session is empty, which its own writes never leave behind. Restore a backup.");
        }

        string session = statement.Text(0);
        long first = statement.Int64(1);
        statement.Reset();
        long epoch = long.Parse(Meta.Require(connection, Meta.Epoch), CultureInfo.InvariantCulture);
        return new HiveSession(Meta.Require(connection, Meta.HiveId), epoch, session, first);
    }

    private static long LastSeq(HiveConnection connection)
    {
        Statement statement = connection.Prepare("""SELECT "seq" FROM "sqlite_sequence" WHERE "name" = '_hive_change'""");
        long last = statement.Step() ? statement.Int64(0) : 0;
        statement.Reset();
        return last;
    }
}
