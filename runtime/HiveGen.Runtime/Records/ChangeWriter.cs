using System.ComponentModel;

namespace HiveGen;

/// <summary>Collects the assignments of a set as columns, SQL and parameters. Not thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ChangeWriter
{
    private readonly List<Assignment> assignments = [];

    /// <summary>The assignments in column order.</summary>
    public IReadOnlyList<Assignment> Assignments => assignments;

    /// <summary>Adds the assignment if the property is set.</summary>
    /// <param name="column">The index of the column in the model's columns.</param>
    /// <param name="value">The property of the change.</param>
    /// <param name="codec">How its value becomes SQL.</param>
    public void Put<T>(int column, in Assign<T> value, Codec<T> codec)
    {
        if (!value.IsSet)
        {
            return;
        }

        assignments.Add(value.IsExpression
            ? new Assignment(column, value.Expression.Sql, value.Expression.Operand)
            : new Assignment(column, null, codec.Encode(value.Value)));
    }

    /// <summary>One assignment.</summary>
    /// <param name="Column">The index of the column in the model's columns.</param>
    /// <param name="Expression">SQL in which every <c>?</c> stands for the parameter; null when the parameter itself is the value.</param>
    /// <param name="Parameter">The parameter.</param>
    public readonly record struct Assignment(int Column, string? Expression, SqlValue Parameter);
}
