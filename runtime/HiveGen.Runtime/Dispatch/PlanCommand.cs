using HiveGen.Storage;

namespace HiveGen.Dispatch;

/// <summary>Begins the loads of a plan: their version is a seq that no row at the target has yet.</summary>
/// <param name="Target">The target.</param>
/// <param name="Epoch">Its epoch.</param>
/// <param name="Fresh">Whether everything is sent anew: a target never met before then needs no older changes.</param>
/// <param name="CursorSeq">The target's cursor, when it has one.</param>
/// <param name="Plan">The loads.</param>
internal readonly record struct PlanCommand(string Target, int Epoch, bool Fresh, long CursorSeq, TargetPlan Plan) : IWriteCommand<bool>
{
    // What is remembered of a target stays, also when everything is sent anew: the log from there on holds deletes that a
    // target which cannot be swept would otherwise never hear of, and so do the parked records.
    private static readonly PreparedSql MeetTarget = new("""INSERT INTO "_hive_target" ("name", "seq", "epoch") VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING""");
    private static readonly PreparedSql DeleteLoad = new("""DELETE FROM "_hive_load" WHERE "target" = ?1 AND "model" = ?2""");
    private static readonly PreparedSql Narrow = new("""UPDATE "_hive_load" SET "columns" = ?3 WHERE "target" = ?1 AND "model" = ?2""");

    private static readonly PreparedSql BeginLoad = new("""
        INSERT INTO "_hive_load" ("target", "model", "columns", "as_of", "last_id", "done") VALUES (?1, ?2, ?3, ?4, NULL, 0)
        ON CONFLICT DO UPDATE SET "columns" = excluded."columns", "as_of" = excluded."as_of", "last_id" = NULL, "done" = 0
        """);

    public bool SingleStatement => false;

    public bool Execute(HiveConnection connection)
    {
        long asOf = Plan.Begin.Count > 0 ? ChangeLog.TakeSeq(connection) : 0;
        Statement target = connection.Prepare(MeetTarget);
        target.BindText(1, Target);
        target.BindInt64(2, Fresh ? Math.Max(0, asOf - 1) : CursorSeq);
        target.BindInt64(3, Epoch);
        target.Run();
        foreach (string model in Plan.Forget)
        {
            Bind(connection.Prepare(DeleteLoad), model).Run();
        }

        foreach (LoadRequest narrowed in Plan.Narrow)
        {
            Statement narrow = Bind(connection.Prepare(Narrow), narrowed.Model);
            narrow.BindText(3, narrowed.Columns);
            narrow.Run();
        }

        foreach (LoadRequest load in Plan.Begin)
        {
            Statement begin = Bind(connection.Prepare(BeginLoad), load.Model);
            begin.BindText(3, load.Columns);
            begin.BindInt64(4, asOf);
            begin.Run();
        }

        return true;
    }

    private Statement Bind(Statement statement, string model)
    {
        statement.BindText(1, Target);
        statement.BindText(2, model);
        return statement;
    }
}
