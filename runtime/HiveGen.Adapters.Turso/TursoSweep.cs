using HiveGen.Adapters.Turso.Hrana;
using HiveGen.Targets;

namespace HiveGen.Adapters.Turso;

/// <summary>A sweep as one request: a transaction that checks the cursor and makes ghosts of what a full load did not find in the Hive.</summary>
internal sealed class TursoSweep
{
    private readonly CursorMove? stay;
    private readonly int cursor = -1;
    private readonly int sweep;
    private readonly int commit;
    private readonly int found = -1;

    /// <summary>Writes the steps.</summary>
    public TursoSweep(HranaRequest request, SyncModel model, string home, long below, IReadOnlyList<SqlValue> except, TargetCursor? at, long now)
    {
        stay = at is null ? null : new CursorMove(home, at, at);
        request.Run("BEGIN IMMEDIATE");
        if (stay is not null)
        {
            cursor = TursoCursor.Move(request, stay, now);
        }

        sweep = request.Step(model.Mapping<TursoMap>().Sweep, wantRows: false);
        request.Argument(home);
        request.Argument(below);
        request.Argument(now);
        request.Argument(TursoIds.Json(except));
        request.EndStep();
        commit = request.Run("COMMIT");
        request.StepUnless(commit, "ROLLBACK", wantRows: false);
        request.EndStep();
        if (stay is not null)
        {
            found = request.StepUnless(commit, TursoCursor.Select, wantRows: true);
            request.Argument(home);
            request.EndStep();
        }
    }

    /// <summary>How many rows became ghosts.</summary>
    /// <exception cref="TargetException">Nothing was swept.</exception>
    public int Read(HranaAnswer answer, HranaClient client)
    {
        if (answer.FirstError(commit + 1, out int failed) is not { } error)
        {
            return answer.Changes(sweep);
        }

        throw failed == cursor && TursoErrors.IsConstraint(error) ? TursoCursor.Conflict(stay!, TursoCursor.Read(answer.Rows(found))) : client.Fail(error);
    }
}
