using HiveGen.Adapters.Turso.Hrana;
using HiveGen.Targets;

namespace HiveGen.Adapters.Turso;

/// <summary>A batch as one request: a transaction that moves the cursor, and looks what of the records it will write before it writes them.</summary>
internal sealed class TursoBatch
{
    private readonly SendBatch batch;
    private readonly List<TursoRun> runs;
    private readonly int cursor = -1;
    private readonly int commit;
    private readonly int found = -1;

    /// <summary>Writes the steps.</summary>
    /// <param name="request">Where they go.</param>
    /// <param name="batch">The batch, without merges.</param>
    /// <param name="now">The time of the batch.</param>
    /// <param name="purge">Adds the steps that purge ghosts, when that is due.</param>
    public TursoBatch(HranaRequest request, SendBatch batch, long now, Action<HranaRequest> purge)
    {
        this.batch = batch;
        runs = TursoRun.Of(batch.Items);
        request.Run("BEGIN IMMEDIATE");
        if (batch.Cursor is { } move)
        {
            cursor = TursoCursor.Move(request, move, now);
        }

        foreach (TursoRun run in runs)
        {
            run.Look(request);
            run.Write(request, now);
        }

        purge(request);
        commit = request.Run("COMMIT");
        request.StepUnless(commit, "ROLLBACK", wantRows: false);
        request.EndStep();
        if (batch.Cursor is { } moved)
        {
            found = request.StepUnless(commit, TursoCursor.Select, wantRows: true);
            request.Argument(moved.Hive);
            request.EndStep();
        }
    }

    /// <summary>Reads what became of the items.</summary>
    /// <returns>The outcomes; null when the one item waits for a record it links to, and nothing was done.</returns>
    /// <exception cref="TargetException">Nothing was done.</exception>
    public ItemOutcome[]? Read(HranaAnswer answer, HranaClient client)
    {
        if (answer.FirstError(commit + 1, out int failed) is { } error)
        {
            if (failed == cursor && TursoErrors.IsConstraint(error))
            {
                throw TursoCursor.Conflict(batch.Cursor!, TursoCursor.Read(answer.Rows(found)));
            }

            return batch.Items.Count == 1 && TursoErrors.IsMissingParent(error) ? null : throw client.Fail(error);
        }

        ItemOutcome[] outcomes = new ItemOutcome[batch.Items.Count];
        foreach (TursoRun run in runs)
        {
            run.Read(answer, outcomes);
        }

        return outcomes;
    }
}
