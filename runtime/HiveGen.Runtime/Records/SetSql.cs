using HiveGen.Queries;
using HiveGen.Storage;
using HiveGen.Storage.Native;

namespace HiveGen.Records;

/// <summary>One UPDATE: the assignments, the move of <c>[UpdatedAt]</c> and the filter.</summary>
internal sealed class SetSql<TRecord>
    where TRecord : class, IHiveRecord<TRecord>
{
    private readonly RecordStore<TRecord> store;
    private readonly Filter<TRecord> filter;
    private readonly IReadOnlyList<ChangeWriter.Assignment> assignments;
    private readonly DateTimeOffset now;
    private readonly bool movesUpdatedAt;

    private SetSql(RecordStore<TRecord> store, Filter<TRecord> filter, Changes<TRecord> changes, DateTimeOffset now)
    {
        ChangeWriter writer = new(store.Model);
        changes.WriteTo(writer);
        writer.ThrowIfAny();
        assignments = writer.Assignments;
        this.store = store;
        this.filter = filter;
        this.now = now;
        movesUpdatedAt = store.UpdatedAt >= 0;
        bool moves = false;
        foreach (ChangeWriter.Assignment assignment in assignments)
        {
            HasExpressions |= assignment.Expression is not null;
            movesUpdatedAt &= assignment.Column != store.UpdatedAt; // an explicit time wins
            moves |= store.MovesUpdatedAt(assignment.Column);
        }

        movesUpdatedAt &= moves;
    }

    /// <summary>Whether nothing is set.</summary>
    public bool IsEmpty => assignments.Count == 0;

    /// <summary>Whether a value is computed by SQLite, so that it can only be checked afterwards.</summary>
    public bool HasExpressions { get; }

    /// <summary>The statement for changes that keep the rules of the model.</summary>
    /// <exception cref="HiveValidationException">A value breaks a rule of the model.</exception>
    public static SetSql<TRecord> Check(RecordStore<TRecord> store, Filter<TRecord> filter, Changes<TRecord> changes, DateTimeOffset now)
        => new(store, filter, changes, now);

    /// <summary>Executes it.</summary>
    /// <param name="connection">The writer's connection.</param>
    /// <param name="records">Takes the records as stored; null when nobody wants them.</param>
    /// <returns>How many records were set.</returns>
    public int Run(HiveConnection connection, List<TRecord>? records)
    {
        int count = 0;
        Statement statement = Prepare(connection, returning: records is not null || HasExpressions);
        try
        {
            while (statement.Step())
            {
                count++;
                TRecord record = store.Model.Read(statement);
                CheckComputed(record);
                records?.Add(record);
            }
        }
        catch (HiveConstraintException e) when (HasExpressions && e.SqliteCode == ResultCode.ConstraintDataType)
        {
            throw new HiveValidationException(store.Model.Name, [.. assignments.Where(IsExpression).Select(TooLarge)]);
        }
        catch (HiveConstraintException e) when (BrokenLink.Is(e))
        {
            statement.Reset();
            throw BrokenLink.Named(connection, store.Model, column => assignments.FirstOrDefault(assignment => assignment.Column == column && !IsExpression(assignment)).Parameter, e);
        }
        finally
        {
            statement.Reset();
        }

        return records is not null || HasExpressions ? count : connection.Changes;
    }

    private Statement Prepare(HiveConnection connection, bool returning)
    {
        SqlBuilder sql = new(stackalloc char[SqlBuilder.StackSize]);
        try
        {
            sql.Append(connection.AllOrNothing ? "UPDATE OR FAIL " : "UPDATE ");
            sql.AppendName(store.Model.Table);
            WriteAssignments(ref sql);
            FilterSql.WriteWhere(ref sql, filter);
            sql.Append(returning ? store.Returning : "");
            Statement statement = connection.Prepare(sql.Text);
            Bind(statement);
            return statement;
        }
        finally
        {
            sql.Dispose();
        }
    }

    private void WriteAssignments(ref SqlBuilder sql)
    {
        for (int i = 0; i < assignments.Count; i++)
        {
            sql.Append(i == 0 ? " SET " : ", ");
            sql.AppendName(store.Model.Columns[assignments[i].Column].Name);
            sql.Append(" = ");
            WriteValue(ref sql, i);
        }

        if (!movesUpdatedAt)
        {
            return;
        }

        string column = store.Model.Columns[store.UpdatedAt].Name;
        sql.Append(", ");
        sql.AppendName(column);
        bool first = true;
        for (int i = 0; i < assignments.Count; i++)
        {
            if (store.MovesUpdatedAt(assignments[i].Column))
            {
                sql.Append(first ? " = CASE WHEN " : " OR ");
                sql.AppendName(store.Model.Columns[assignments[i].Column].Name);
                sql.Append(" IS NOT ");
                WriteValue(ref sql, i);
                first = false;
            }
        }

        sql.Append(" THEN ");
        sql.AppendParameter(assignments.Count + 1);
        sql.Append(" ELSE ");
        sql.AppendName(column);
        sql.Append(" END");
    }

    private void WriteValue(ref SqlBuilder sql, int assignment)
    {
        if (assignments[assignment].Expression is not { } expression)
        {
            sql.AppendParameter(assignment + 1);
            return;
        }

        sql.Append('(');
        foreach (char c in expression)
        {
            if (c == '?')
            {
                sql.AppendParameter(assignment + 1);
            }
            else
            {
                sql.Append(c);
            }
        }

        sql.Append(')');
    }

    private void Bind(Statement statement)
    {
        int next = 1;
        for (int i = 0; i < assignments.Count; i++)
        {
            statement.Bind(next++, assignments[i].Parameter);
        }

        if (movesUpdatedAt)
        {
            statement.BindInt64(next++, UnixMicros.Write(now));
        }

        FilterSql.Bind(statement, ref next, filter);
    }

    // The rules of a property bind what SQLite computes for it too. What was wrong with other properties before stays possible.
    private void CheckComputed(TRecord record)
    {
        if (!HasExpressions)
        {
            return;
        }

        try
        {
            store.Model.Prepare(record, now);
        }
        catch (HiveValidationException e)
        {
            List<FieldError> errors = [.. e.Errors.Where(IsComputed)];
            if (errors.Count > 0)
            {
                throw new HiveValidationException(e.Model, errors);
            }
        }
    }

    private bool IsComputed(FieldError error)
        => assignments.Any(assignment => IsExpression(assignment) && store.Model.Columns[assignment.Column].Property == error.Field);

    private static bool IsExpression(ChangeWriter.Assignment assignment) => assignment.Expression is not null;

    private FieldError TooLarge(ChangeWriter.Assignment assignment)
        => new(store.Model.Columns[assignment.Column].Property, "is computed to a value that its type cannot hold.");
}
