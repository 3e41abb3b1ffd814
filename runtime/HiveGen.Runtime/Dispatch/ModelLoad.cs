namespace HiveGen.Dispatch;

/// <summary>A full load under way.</summary>
internal sealed class ModelLoad(int model, long asOf, SqlValue lastId)
{
    /// <summary>The model's number.</summary>
    public int Model { get; } = model;

    /// <summary>The seq its records are sent with.</summary>
    public long AsOf { get; } = asOf;

    /// <summary>The last record that was sent.</summary>
    public SqlValue LastId { get; private set; } = lastId;

    /// <summary>Whether <see cref="LastId"/> is yet to be remembered in the Hive.</summary>
    public bool Moved { get; set; }

    /// <summary>Whether every record was sent; the load is done once the cursor has passed it.</summary>
    public bool Sent { get; set; }

    /// <summary>Notes that a chunk was sent; its last record is NULL when it was empty.</summary>
    public void Move(in SqlValue last)
    {
        if (!last.IsNull)
        {
            LastId = last;
            Moved = true;
        }
    }
}
