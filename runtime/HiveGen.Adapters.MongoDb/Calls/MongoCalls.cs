using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>Runs commands on the target's database, and tells what went wrong. Thread-safe.</summary>
internal sealed class MongoCalls(IMongoCommands commands, string database)
{
    /// <summary>The database.</summary>
    public string Database => database;

    /// <summary>Ends a command that writes: the majority keeps it, or a fail-over would lose it.</summary>
    public void EndWrite(BsonWriter w)
    {
        w.BeginDocument("writeConcern"u8);
        w.Text("w"u8, "majority"u8);
        w.End();
        End(w);
    }

    /// <summary>Ends a command.</summary>
    public void End(BsonWriter w)
    {
        w.Text("$db"u8, database);
        w.End();
    }

    /// <summary>Runs a command.</summary>
    /// <exception cref="TargetException">It failed, or was not answered.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> RunAsync(ReadOnlyMemory<byte> command, CancellationToken cancellationToken)
    {
        try
        {
            ReadOnlyMemory<byte> answer = await commands.RunCommandAsync(database, command, cancellationToken).ConfigureAwait(false);
            return MongoAnswer.Failure(answer.Span) is { } failure ? throw MongoErrors.Of(database, failure) : answer;
        }
        catch (TimeoutException late)
        {
            throw new TargetException(TargetFailure.Timeout, late.Message, late);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw Broken(e);
        }
    }

    /// <summary>Awaits work that reads answers; one that is broken is told as the target's failure.</summary>
    /// <exception cref="TargetException">The target failed.</exception>
    public static async ValueTask<T> ToldAsync<T>(ValueTask<T> work)
    {
        try
        {
            return await work.ConfigureAwait(false);
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            throw Broken(broken);
        }
    }

    /// <summary>The same for work without a result.</summary>
    /// <exception cref="TargetException">The target failed.</exception>
    public static async ValueTask ToldAsync(ValueTask work)
    {
        try
        {
            await work.ConfigureAwait(false);
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            throw Broken(broken);
        }
    }

    // The others are of values that no field holds: another program wrote them.
    private static bool IsBroken(Exception e) => e is InvalidDataException or OverflowException or FormatException or ArgumentOutOfRangeException;

    private static TargetException Broken(Exception e) => new(TargetFailure.Transient, $"MongoDB was not reached, or broke off: {e.Message}", e);
}
