using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace HiveGen.Storage;

/// <summary>
/// Holds a Hive for one writer: the file <c>&lt;path&gt;.lock</c>, kept open and unshared. The system lets go of it when the process
/// dies; the file itself stays, since removing it would open a gap between two others.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private const int RetryMilliseconds = 20;

    private readonly FileStream file;

    private FileLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock, waiting for another process to let go of it.</summary>
    /// <exception cref="HiveStorageException">It is still held after the timeout, or the lock file cannot be made.</exception>
    public static FileLock Take(string path, TimeSpan timeout, ILogger logger)
    {
        string name = path + ".lock";
        long start = Stopwatch.GetTimestamp();
        for (bool told = false; ;)
        {
            try
            {
                return new FileLock(new FileStream(name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
            }
            catch (IOException error) when (IsHeld(error))
            {
                if (timeout != Timeout.InfiniteTimeSpan && Stopwatch.GetElapsedTime(start) >= timeout)
                {
                    throw new HiveStorageException(
                        $"{path} is in use: another process, or another place in this one, holds {name} and did not let go within {timeout.TotalSeconds:0.#} s. "
                        + "A Hive has one writer. Stop the other, or open the Hive once and share it; to wait longer, raise HiveOptions.LockTimeout.", 0, error);
                }
            }
            catch (UnauthorizedAccessException error)
            {
                throw new HiveStorageException($"The lock file {name} cannot be made or written: let the app's user write the folder. The Hive was not touched.", 0, error);
            }
            catch (IOException error)
            {
                throw new HiveStorageException($"The lock file {name} cannot be made: {error.Message} The Hive was not touched.", 0, error);
            }

            if (!told)
            {
                told = true;
                StorageLog.WaitingForLock(logger, name, timeout.TotalSeconds);
            }

            // The system does not tell when a lock is given up.
#pragma warning disable RS0030 // the other process lives by the machine's clock, whatever this one's is
            Thread.Sleep(RetryMilliseconds);
#pragma warning restore RS0030
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    /// <summary>Whether the error means that another holds the file: a sharing or lock violation on Windows, EAGAIN on Linux and on BSD and macOS.</summary>
    private static bool IsHeld(IOException error) => error.HResult is unchecked((int)0x80070020) or unchecked((int)0x80070021) or 11 or 35;
}
