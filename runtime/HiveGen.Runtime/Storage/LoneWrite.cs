namespace HiveGen.Storage;

/// <summary>Runs a command in a transaction of its own. After an error the caller undoes what is open.</summary>
internal static class LoneWrite
{
    public static TResult Run<TCommand, TResult>(HiveConnection connection, ref TCommand command)
        where TCommand : struct, IWriteCommand<TResult>
    {
        if (command.SingleStatement)
        {
            TResult result = command.Execute(connection);
            EndStatement(connection);
            return result;
        }

        return default(TCommand) is not IExclusiveCommand && TryAllOrNothing(connection, ref command, out TResult? quick)
            ? quick!
            : Transact<TCommand, TResult>(connection, ref command);
    }

    /// <summary>False when a constraint refused it; then nothing is left of it, and it is run again with care, which decides.</summary>
    private static bool TryAllOrNothing<TCommand, TResult>(HiveConnection connection, ref TCommand command, out TResult? result)
        where TCommand : struct, IWriteCommand<TResult>
    {
        connection.AllOrNothing = true;
        try
        {
            result = Transact<TCommand, TResult>(connection, ref command);
            return true;
        }
        catch (HiveConstraintException error)
        {
            Exception reported = Transaction.Undo(connection, error);
            if (reported != error)
            {
                throw reported;
            }

            result = default;
            return false;
        }
        finally
        {
            connection.AllOrNothing = false;
        }
    }

    private static TResult Transact<TCommand, TResult>(HiveConnection connection, ref TCommand command)
        where TCommand : struct, IWriteCommand<TResult>
    {
        connection.Run(Transaction.BeginImmediate);
        TResult result = command.Execute(connection);
        if (connection.HasRunning)
        {
            connection.EndRunning();
        }

        if (connection.AutoCommit)
        {
            throw new HiveException("A write ended the transaction in which it ran. Leave out COMMIT and ROLLBACK: it is committed when the code returns, and undone when it throws.");
        }

        connection.Run(Transaction.Commit);
        return result;
    }

    /// <summary>Ends what a command of one statement left standing on a row, which commits it.</summary>
    public static void EndStatement(HiveConnection connection)
    {
        if (!connection.HasRunning)
        {
            return;
        }

        int code = connection.EndRunning();
        if (code != Native.ResultCode.Ok)
        {
            throw StorageErrors.Last(connection.Handle, code);
        }
    }
}
