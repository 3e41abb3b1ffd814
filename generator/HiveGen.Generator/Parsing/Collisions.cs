using System;
using System.Collections.Generic;
using HiveGen.Generator.Diagnostics;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Parsing;

/// <summary>Names that only one model may have. SQLite and file systems do not tell cases apart, so neither does this.</summary>
internal sealed class Collisions
{
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> syncs = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> plurals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> files = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is added to a model's name to name the classes generated beside it.</summary>
    private static readonly string[] Suffixes =
    [
        "Records", "Sync", "SyncModel", "SqliteMap",
        "BeforeAdd", "Add", "AfterAdd", "FollowingAdd", "BeforeSet", "Set", "AfterSet", "FollowingSet", "BeforeRemove", "Remove", "AfterRemove", "FollowingRemove",
    ];

    /// <summary>Whether the model collides with an earlier one; takes its names when it does not.</summary>
    public bool Find(Parsed<ModelRef> parsed, DiagnosticSink? sink)
    {
        ModelRef model = parsed.Spec!;
        string name = model.Type.HintName;
        if (Companion(model.Type.FullName) is { } owner)
        {
            sink?.Add(Rules.ReservedName, parsed.Location, model.Type.Name, "the generator gives '" + owner + "' a class of that name");
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
            names[model.Type.FullName] = model.Type.Name;
            tables[model.Table] = plurals[model.Plural] = files[name] = name;
            if (model.Sync is not null)
            {
                syncs[model.Sync] = name;
            }

            return false;
        }

        return true;
    }

    /// <summary>The earlier model that has a generated class of this name. Shorter names come first, so it has been seen.</summary>
    private string? Companion(string fullName)
    {
        foreach (string suffix in Suffixes)
        {
            if (fullName.EndsWith(suffix, StringComparison.Ordinal) && names.TryGetValue(fullName.Substring(0, fullName.Length - suffix.Length), out string? owner))
            {
                return owner;
            }
        }

        return null;
    }
}
