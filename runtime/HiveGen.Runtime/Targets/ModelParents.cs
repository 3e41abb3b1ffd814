using System.Text;
using HiveGen.Storage;

namespace HiveGen.Targets;

/// <summary>A synced model with the synced models it links to.</summary>
internal sealed class ModelParents
{
    private ModelParents(SyncModel model, int rank, IReadOnlyList<SyncModel> parents, PreparedSql? select)
    {
        Model = model;
        Rank = rank;
        Parents = parents;
        Select = select;
    }

    /// <summary>The model.</summary>
    public SyncModel Model { get; }

    /// <summary>The length of the longest chain of links above it.</summary>
    public int Rank { get; }

    /// <summary>What its links name, link by link.</summary>
    public IReadOnlyList<SyncModel> Parents { get; }

    /// <summary>The linked ids of the record ?1, in the order of <see cref="Parents"/>; null without links.</summary>
    public PreparedSql? Select { get; }

    /// <summary>Every synced model of a schema, lower ranks first.</summary>
    public static List<ModelParents> Of(HiveSchema schema)
    {
        Dictionary<string, ModelParents> byTable = new(StringComparer.OrdinalIgnoreCase);
        List<ModelParents> all = [];
        foreach (HiveModel model in schema.Models)
        {
            if (model.Sync is { } sync)
            {
                ModelParents made = Make(model, sync, byTable);
                byTable.Add(model.Table, made);
                all.Add(made);
            }
        }

        List<ModelParents> ranked = [];
        for (int rank = 0; ranked.Count < all.Count; rank++)
        {
            ranked.AddRange(all.FindAll(model => model.Rank == rank));
        }

        return ranked;
    }

    private static ModelParents Make(HiveModel model, SyncModel sync, Dictionary<string, ModelParents> known)
    {
        List<SyncModel> parents = [];
        StringBuilder columns = new();
        int rank = 0;
        foreach (ModelLink link in model.Links)
        {
            bool own = string.Equals(link.Table, model.Table, StringComparison.OrdinalIgnoreCase);
            if (!own && !known.ContainsKey(link.Table))
            {
                continue;
            }

            rank = own ? rank : Math.Max(rank, known[link.Table].Rank + 1);
            parents.Add(own ? sync : known[link.Table].Model);
            columns.Append(columns.Length == 0 ? "" : ", ").Append(Quote(link.Column));
        }

        PreparedSql? select = parents.Count == 0 ? null : new PreparedSql($"SELECT {columns} FROM {Quote(model.Table)} WHERE {Quote(sync.Fields[0].Column)} = ?1");
        return new ModelParents(sync, rank, parents, select);
    }

    private static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
