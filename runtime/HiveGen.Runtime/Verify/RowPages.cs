using System.ComponentModel;

namespace HiveGen.Targets;

/// <summary>Reads a table page by page, for adapters whose server gives so many rows at once.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RowPages
{
    private const int PageSize = 1000;

    /// <summary>Reads the rows of a page: those from an id on (null: from the first), in the order of the ids, so many; each goes to the last argument.</summary>
    public delegate ValueTask Reader(SqlValue from, int most, Action<RowDigest, ulong> take);

    /// <summary>Reads them all. A page that is more than the server answers at once is asked for in halves.</summary>
    /// <param name="read">Reads a page.</param>
    /// <param name="take">Takes each row and the hash of its id.</param>
    public static async ValueTask ScanAsync(Reader read, Action<RowDigest, ulong> take)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(take);
        int size = PageSize;
        SqlValue last = SqlValue.Null;
        while (true)
        {
            SqlValue from = last;
            int count = 0;
            try
            {
                await read(from, size + 1, (row, idHash) =>
                {
                    count++;
                    // The row that a page starts from was the last of the page before.
                    if (!row.Id.Equals(from))
                    {
                        take(row, idHash);
                        last = row.Id;
                    }
                }).ConfigureAwait(false);
            }
            catch (TargetException e) when (e.Failure == TargetFailure.TooLarge && size > 1 && count == 0)
            {
                size /= 2;
                continue;
            }

            if (count < size + 1)
            {
                return;
            }
        }
    }
}
