namespace HiveGen.Tests;

/// <summary>Compares the rows before and after: what is not as it must be has to be named by the plan, with as many rows.</summary>
internal sealed class LossCheck(World old, World now, MigrationPlan plan, IReadOnlyDictionary<string, Dump> before, IReadOnlyDictionary<string, Dump> after)
{
    public void Run()
    {
        foreach (ModelShape model in now.Models)
        {
            if (old.Models.FirstOrDefault(candidate => candidate.Table == now.TableBefore(model.Table)) is { } was)
            {
                Compare(model, was, before[was.Table], after[model.Table]);
            }
            else
            {
                Assert.Empty(after[model.Table].Rows);
            }
        }
    }

    private void Compare(ModelShape model, ModelShape was, Dump rowsBefore, Dump rowsAfter)
    {
        Assert.Equal(rowsBefore.Rows.Keys.Order(StringComparer.Ordinal), rowsAfter.Rows.Keys.Order(StringComparer.Ordinal));
        HashSet<string> continued = [];
        foreach (ColumnShape column in model.Columns)
        {
            string former = now.ColumnBefore(model.Table, column.Name);
            ColumnShape? source = was.Columns.FirstOrDefault(candidate => candidate.Name == former);
            continued.Add(former);
            long lost = 0;
            foreach ((string id, Dictionary<string, object?> row) in rowsBefore.Rows)
            {
                object? actual = rowsAfter.Rows[id][column.Name];
                Assert.Equal(row["rowid of it"], rowsAfter.Rows[id]["rowid of it"]);
                if (source is not null && row[former] is { } value)
                {
                    bool fits = ExpectedValue.TryConvert(value, source.Type, column.Type, out object? expected) && LeadsSomewhere(source, column, expected!);
                    lost += fits ? 0 : 1;
                    Assert.True(!fits || Equals(expected, actual), $"{model.Table}.{column.Name} of {id}: {value} ({source.Type}) became {actual}, not {expected} ({column.Type})");
                }
                else if (source is not null)
                {
                    lost += column.Nullable ? 0 : 1;
                    Assert.True(!column.Nullable || actual is null, $"{model.Table}.{column.Name} of {id} was null and became {actual}");
                }
            }

            Named($"change:{model.Table}.{column.Name}", lost);
        }

        foreach (ColumnShape gone in was.Columns.Where(column => !continued.Contains(column.Name)))
        {
            Named($"drop-column:{model.Table}.{gone.Name}", rowsBefore.Rows.Values.Count(row => row[gone.Name] is not null));
        }
    }

    private void Named(string token, long rows)
    {
        long named = plan.Steps.SelectMany(static step => step.Risks).Where(risk => risk.Allow == token).Sum(static risk => risk.Rows);
        Assert.True(named == rows, $"{token}: {rows} rows lose something, and the plan names {named}");
    }

    /// <summary>Whether a value that must be an id from now on is one.</summary>
    private bool LeadsSomewhere(ColumnShape source, ColumnShape column, object value)
    {
        if (column.Link is null || (source.Link is not null && source.Link == now.TableBefore(column.Link)))
        {
            return true;
        }

        string key = Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!;
        return before.TryGetValue(now.TableBefore(column.Link), out Dump? parents) && old.Models.Any(model => model.Table == now.TableBefore(column.Link)) && parents.Rows.ContainsKey(key);
    }
}
