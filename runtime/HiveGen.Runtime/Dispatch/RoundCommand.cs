using HiveGen.Storage;

namespace HiveGen.Dispatch;

/// <summary>
/// Writes what a round learnt: parked records and load steps together with the seq they belong to. A crash before it only
/// repeats the round, because the loop starts again at the seq that is stored.
/// </summary>
internal readonly record struct RoundCommand(string Target, int Epoch, long Seq, RoundNotes Notes, bool AnyOrphans) : IWriteCommand<bool>
{
    // Not after an adoption that happened meanwhile: its seq belongs to another epoch.
    private static readonly PreparedSql UpdateSeq = new("""UPDATE "_hive_target" SET "seq" = ?2 WHERE "name" = ?1 AND "epoch" = ?3""");

    private static readonly PreparedSql Park = new("""
        INSERT INTO "_hive_parked" ("target", "model", "id", "seq", "attempts", "next_at", "error", "dead", "first_at", "last_at", "parent_model", "parent_id")
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        ON CONFLICT ("target", "model", "id") DO UPDATE SET "seq" = max("seq", excluded."seq"), "attempts" = excluded."attempts",
          "next_at" = excluded."next_at", "error" = excluded."error", "dead" = excluded."dead", "first_at" = excluded."first_at",
          "last_at" = excluded."last_at", "parent_model" = excluded."parent_model", "parent_id" = excluded."parent_id"
        """);

    private static readonly PreparedSql Raise = new("""
        UPDATE "_hive_parked" SET "seq" = max("seq", ?4) WHERE "target" = ?1 AND "model" = ?2 AND "id" = ?3
        """);

    private static readonly PreparedSql Release = new("""
        DELETE FROM "_hive_parked" WHERE "target" = ?1 AND "model" = ?2 AND "id" = ?3 AND "seq" <= ?4
        """);

    private static readonly PreparedSql WakeChildren = new("""
        UPDATE "_hive_parked" SET "next_at" = 0 WHERE "target" = ?1 AND "parent_model" = ?2 AND "parent_id" = ?3 AND "dead" = 0
        """);

    private static readonly PreparedSql Step = new("""
        UPDATE "_hive_load" SET "last_id" = coalesce(?3, "last_id"), "done" = ?4 WHERE "target" = ?1 AND "model" = ?2
        """);

    public bool SingleStatement => !Notes.Any;

    public bool Execute(HiveConnection connection)
    {
        Statement update = connection.Prepare(UpdateSeq);
        update.BindText(1, Target);
        update.BindInt64(2, Seq);
        update.BindInt64(3, Epoch);
        update.Run();
        if (connection.Changes == 0)
        {
            return false;
        }

        foreach (ParkedChange parked in Notes.Park)
        {
            Statement park = Bind(connection.Prepare(Park), parked.Model, parked.Id, parked.Seq);
            park.BindInt64(5, parked.Attempts);
            park.BindInt64(6, parked.NextAt);
            park.BindText(7, parked.Error);
            park.BindInt64(8, parked.Dead ? 1 : 0);
            park.BindInt64(9, parked.FirstAt);
            park.BindInt64(10, parked.LastAt);
            park.Bind(11, SqlValue.From(parked.Parent?.Model));
            park.Bind(12, parked.Parent?.Id ?? default);
            park.Run();
        }

        foreach (RecordSeq raised in Notes.Raise)
        {
            Bind(connection.Prepare(Raise), raised.Model, raised.Id, raised.Seq).Run();
        }

        foreach (RecordSeq released in Notes.Release)
        {
            Bind(connection.Prepare(Release), released.Model, released.Id, released.Seq).Run();
            if (AnyOrphans)
            {
                Statement wake = connection.Prepare(WakeChildren);
                wake.BindText(1, Target);
                wake.BindText(2, released.Model);
                wake.Bind(3, released.Id);
                wake.Run();
            }
        }

        foreach (LoadStep load in Notes.Loads)
        {
            Statement step = connection.Prepare(Step);
            step.BindText(1, Target);
            step.BindText(2, load.Model);
            step.Bind(3, load.LastId);
            step.BindInt64(4, load.Done ? 1 : 0);
            step.Run();
        }

        return true;
    }

    private Statement Bind(Statement statement, string model, in SqlValue id, long seq)
    {
        statement.BindText(1, Target);
        statement.BindText(2, model);
        statement.Bind(3, id);
        statement.BindInt64(4, seq);
        return statement;
    }
}
