using System.Runtime.ExceptionServices;
using HiveGen.Storage;
using HiveGen.Storage.Native;

namespace HiveGen.Backup;

/// <summary>
/// Copies a database page by page through SQLite's backup API, from one snapshot: the writer is never held up, and what is
/// committed meanwhile is not in the copy.
/// </summary>
internal static unsafe class PageCopy
{
    // 4 MB of SQLite's usual pages: between two steps somebody may give up.
    private const int StepPages = 1024;

    /// <summary>Copies; gives the newest change in the copy.</summary>
    /// <param name="source">A connection of its own, which reads.</param>
    /// <param name="target">An empty file.</param>
    /// <param name="moved">Told the pages that were copied, and how many there are.</param>
    /// <param name="cancellationToken">Gives up; the copy is then of no use.</param>
    public static long Run(HiveConnection source, HiveConnection target, Action<int, int> moved, CancellationToken cancellationToken)
    {
        // With the snapshot held, a commit during the copy does not make SQLite begin it anew. The log cannot be emptied so long.
        source.Run(Transaction.Begin);
        long seq = Dispatch.ChangeLog.MaxSeq(source);
        fixed (byte* main = SqlText.Terminated("main"))
        {
            nint backup = NativeMethods.sqlite3_backup_init(target.Handle, main, source.Handle, main);
            if (backup == 0)
            {
                throw StorageErrors.Last(target.Handle, ResultCode.Error);
            }

            int code = Step(backup, moved, cancellationToken, out ExceptionDispatchInfo? interrupted);
            int finished = NativeMethods.sqlite3_backup_finish(backup);
            interrupted?.Throw();

            if (code != ResultCode.Done || finished != ResultCode.Ok)
            {
                throw StorageErrors.Last(target.Handle, code == ResultCode.Done ? finished : code);
            }
        }

        return seq;
    }

    private static int Step(nint backup, Action<int, int> moved, CancellationToken cancellationToken, out ExceptionDispatchInfo? interrupted)
    {
        interrupted = null;
        int code = ResultCode.Ok;
        while (code == ResultCode.Ok)
        {
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                code = NativeMethods.sqlite3_backup_step(backup, StepPages);
                int pages = NativeMethods.sqlite3_backup_pagecount(backup);
                moved(pages - NativeMethods.sqlite3_backup_remaining(backup), pages);
            }
            catch (Exception error)
            {
                // The backup must be finished before anybody hears of it.
                interrupted = ExceptionDispatchInfo.Capture(error);
                return code;
            }
        }

        return code;
    }
}
