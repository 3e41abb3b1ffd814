using System.Text;
using HiveGen.Storage;

namespace HiveGen.Targets;

/// <summary>The synced models of an app, parents before children, and the SQL that reads the Hive's bookkeeping by their numbers.</summary>
internal sealed class SyncRegistry
{
    private readonly ModelParents[] parents;

    private SyncRegistry(IReadOnlyList<SyncModel> models, ModelParents[] parents)
    {
        Models = models;
        this.parents = parents;
        string number = "-1";
        string known = "0";
        if (models.Count > 0)
        {
            StringBuilder cases = new("CASE \"model\"");
            StringBuilder names = new("\"model\" IN (");
            for (int index = 0; index < models.Count; index++)
            {
                string name = "'" + models[index].Name.Replace("'", "''", StringComparison.Ordinal) + "'";
                cases.Append(" WHEN ").Append(name).Append(" THEN ").Append(index);
                names.Append(index == 0 ? "" : ", ").Append(name);
            }

            number = cases.Append(" ELSE -1 END").ToString();
            known = names.Append(')').ToString();
        }

        SelectWindow = new PreparedSql($"""
            SELECT {number}, "id", "seq", "op" = 1 FROM "_hive_change" WHERE "seq" > ?1 ORDER BY "seq" LIMIT ?2
            """);
        SelectDue = new PreparedSql($"""
            SELECT {number}, "id", "seq", "attempts", "first_at" FROM "_hive_parked"
            WHERE "target" = ?1 AND "dead" = 0 AND "next_at" <= ?2 AND {known} ORDER BY "next_at" LIMIT ?3
            """);
        SelectParked = new PreparedSql($"""
            SELECT count(*) FILTER (WHERE "dead" = 0), count(*) FILTER (WHERE "dead" <> 0), min("next_at") FILTER (WHERE "dead" = 0),
              count(*) FILTER (WHERE "dead" = 0 AND "parent_model" IS NOT NULL)
            FROM "_hive_parked" WHERE "target" = ?1 AND {known}
            """);
    }

    /// <summary>Every model that leaves the Hive.</summary>
    public IReadOnlyList<SyncModel> Models { get; }

    /// <summary>The ?2 log rows after ?1 in order: model number (-1: not synced any more), id, seq, whether it is an add.</summary>
    public PreparedSql SelectWindow { get; }

    /// <summary>The parked records of the target ?1 due at ?2, at most ?3: model number, id, seq, attempts, first refusal.</summary>
    public PreparedSql SelectDue { get; }

    /// <summary>Of the target ?1: records that wait for a retry, dead ones, when the first retry is due, and how many wait for a parent.</summary>
    public PreparedSql SelectParked { get; }

    /// <summary>How many synced models must come before this one: models of one rank do not link to each other.</summary>
    public int RankOf(int model) => parents[model].Rank;

    /// <summary>The links of a model to other synced ones, itself included.</summary>
    public ModelParents ParentsOf(int model) => parents[model];

    /// <summary>The number of a model.</summary>
    /// <exception cref="HiveException">There is no such synced model.</exception>
    public int NumberOf(string model)
    {
        for (int index = 0; index < Models.Count; index++)
        {
            if (Models[index].Name == model)
            {
                return index;
            }
        }

        List<string> names = [];
        foreach (SyncModel known in Models)
        {
            names.Add(known.Name);
        }

        throw new HiveException($"There is no synced model '{model}'. There are: {(names.Count == 0 ? "none" : string.Join(", ", names))}.");
    }

    /// <summary>The synced models of a schema, linked models before those that link to them, rank by rank.</summary>
    public static SyncRegistry Of(HiveSchema schema)
    {
        List<ModelParents> ranked = ModelParents.Of(schema);
        SyncModel[] models = new SyncModel[ranked.Count];
        for (int index = 0; index < models.Length; index++)
        {
            models[index] = ranked[index].Model;
        }

        return new SyncRegistry(models, [.. ranked]);
    }
}
