namespace HiveGen.Migrations;

/// <summary>Puts linked models before those that link to them.</summary>
internal static class ModelOrder
{
    /// <summary>The models in that order; otherwise, and within cycles, as they came.</summary>
    public static IReadOnlyList<HiveModel> Sort(IReadOnlyList<HiveModel> models)
    {
        List<HiveModel> sorted = new(models.Count);
        List<HiveModel> rest = [.. models];
        HashSet<string> waiting = models.Select(static model => model.Table).ToHashSet(StringComparer.OrdinalIgnoreCase);
        while (rest.Count > 0)
        {
            int next = rest.FindIndex(model => model.Links.All(link => Same(link.Table, model.Table) || !waiting.Contains(link.Table)));
            HiveModel model = rest[Math.Max(next, 0)];
            rest.Remove(model);
            waiting.Remove(model.Table);
            sorted.Add(model);
        }

        return sorted;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
