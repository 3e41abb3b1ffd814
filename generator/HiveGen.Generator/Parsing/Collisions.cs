using System;
using System.Collections.Generic;
using HiveGen.Generator.Diagnostics;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Parsing;

/// <summary>Names that only one model may have. SQLite and file systems do not tell cases apart, so neither does this.</summary>
/// <param name="database">The class marked as the database; null when it is generated.</param>
internal sealed class Collisions(DatabaseSpec? database)
{
    private readonly Dictionary<string, string> tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> syncs = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> plurals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> files = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the model collides with an earlier one; takes its names when it does not.</summary>
    public bool Find(Parsed<ModelRef> parsed, DiagnosticSink? sink)
    {
        ModelRef model = parsed.Spec!;
        string name = model.Type.HintName;
        if (database?.Has(model.Plural) is true)
        {
            sink?.Add(Rules.ReservedName, parsed.Location, model.Plural, "the database class '" + database.Type.Name + "' has a member of that name, or is called so itself; give the model [HiveModel(Plural = …)]");
        }
        else if (tables.TryGetValue(model.Table, out string? other))
        {
            sink?.Add(Rules.DuplicateTable, parsed.Location, name, other, model.Table);
        }
        else if (model.Sync is not null && syncs.TryGetValue(model.Sync, out other))
        {
            sink?.Add(Rules.DuplicateSync, parsed.Location, name, other, model.Sync);
        }
        else if (plurals.TryGetValue(model.Plural, out other))
        {
            sink?.Add(Rules.DuplicatePlural, parsed.Location, name, other, model.Plural);
        }
        else if (files.TryGetValue(name, out other))
        {
            sink?.Add(Rules.UnusableClass, parsed.Location, name, "differs from '" + other + "' in letter case only");
        }
        else
        {
            tables[model.Table] = plurals[model.Plural] = files[name] = name;
            if (model.Sync is not null)
            {
                syncs[model.Sync] = name;
            }

            return false;
        }

        return true;
    }
}
