using HiveGen.Storage;

namespace HiveGen.Queries;

/// <summary>The values of an IN that another query gives: one statement, whatever their number.</summary>
internal abstract class InQuery
{
    /// <summary>The height of its SQL expression.</summary>
    public abstract int Depth { get; }

    public abstract void Write(ref SqlBuilder sql);

    public abstract void Bind(Statement statement, ref int next);
}
