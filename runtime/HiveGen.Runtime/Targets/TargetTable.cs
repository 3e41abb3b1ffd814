using System.ComponentModel;

namespace HiveGen.Targets;

/// <summary>
/// Compares a table at a target with what the app sends, for adapters. Where it does not fit, every row would be refused, each as if it were
/// its own fault: so the target is held up instead, before anything is sent.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TargetTable
{
    /// <summary>Looks at the columns that are there; those that are missing are the adapter's business.</summary>
    /// <param name="model">The model.</param>
    /// <param name="columns">The table's columns, by name.</param>
    /// <param name="wanted">The type that a field needs, as the target spells it.</param>
    /// <param name="fits">Whether a column of the second type takes all values of the first.</param>
    /// <exception cref="TargetException">A column has another type, or must not be null, or the id is no key.</exception>
    public static void Check(SyncModel model, IReadOnlyDictionary<string, TargetColumn> columns, Func<SyncField, string> wanted, Func<string, string, bool> fits)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(fits);
        if (!columns.ContainsKey("_version"))
        {
            throw new TargetException(TargetFailure.Configuration, $"The table \"{model.Name}\" is another program's: it has no column _version. Rename it, or give the target a database of its own.");
        }

        for (int index = 0; index < model.Fields.Count; index++)
        {
            SyncField field = model.Fields[index];
            if (!columns.TryGetValue(field.Column, out TargetColumn column))
            {
                continue;
            }

            string type = wanted(field);
            if (!fits(type, column.Type))
            {
                throw Mismatch(model, field, $"is {column.Type} here, and the app now sends {type}. Give it that type, or drop the view \"{model.Name}_live\" and the column: both are made anew, and a rebuild of the target fills them.");
            }

            if (index == 0 && !column.IsKey)
            {
                throw Mismatch(model, field, "is no key of its own here, so that a record could be there twice. Make it the table's primary key.");
            }

            if (index > 0 && column.IsRequired)
            {
                throw Mismatch(model, field, $"is NOT NULL here, and what a deleted record leaves has no values. Let it be null: the view \"{model.Name}_live\" has no such rows.");
            }
        }
    }

    private static TargetException Mismatch(SyncModel model, SyncField field, string how)
        => new(TargetFailure.Schema, $"The column \"{field.Column}\" of \"{model.Name}\" {how}");
}
