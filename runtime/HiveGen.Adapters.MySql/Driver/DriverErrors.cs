using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using HiveGen.Targets;

namespace HiveGen.Adapters.MySql.Driver;

/// <summary>Finds MySQL's number in what a driver throws.</summary>
internal static class DriverErrors
{
    // Where MySqlConnector and Oracle's driver both put it: ADO.NET itself has no place for it.
    private const string NumberKey = "Server Error Code";

    // MySqlConnector's own number for a statement that took too long; what the server said of it then is inside.
    private const int Expired = -1;

    /// <summary>The failure of a driver.</summary>
    public static Exception Of(string peer, Exception error) => error switch
    {
        DbException thrown when Number(thrown) is > 0 and int number => new MySqlRefusal(number, thrown.Message, thrown),
        _ when IsTimeout(error) => new TargetException(TargetFailure.Timeout, $"{peer} did not answer in time: {error.Message}", error),
        DbException { IsTransient: true } => new TargetException(TargetFailure.Transient, $"{peer} was not reached, or broke off: {error.Message}", error),
        DbException { SqlState: { } state } when state.StartsWith("08", StringComparison.Ordinal) => new TargetException(TargetFailure.Transient, $"{peer} was not reached, or broke off: {error.Message}", error),
        // A driver whose connection is gone says so in ways of its own, most of them without a number.
        _ => new TargetException(TargetFailure.Transient, $"{peer} failed without an error of MySQL's own: {error.Message}", error),
    };

    /// <summary>Whether it is the driver's or the network's failure, and no mistake of this code.</summary>
    public static bool IsOfDriver(Exception error) => error is DbException or IOException or TimeoutException or SocketException or ObjectDisposedException or InvalidOperationException;

    // The network's errors come inside one that has no number, so the outermost number counts.
    private static int Number(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error.Data[NumberKey] is IConvertible number && Convert.ToInt32(number, CultureInfo.InvariantCulture) is not 0 and int found)
            {
                return found;
            }
        }

        return 0;
    }

    private static bool IsTimeout(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is TimeoutException or SocketException { SocketErrorCode: SocketError.TimedOut } || Number(error) == Expired)
            {
                return true;
            }
        }

        return false;
    }
}
