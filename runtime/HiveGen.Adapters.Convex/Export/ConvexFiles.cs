using HiveGen.Export;
using HiveGen.Targets;

namespace HiveGen.Adapters.Convex.Export;

/// <summary>The files that belong into a deployment's folder <c>convex</c>.</summary>
public static class ConvexFiles
{
    private const string Schema = """
        // The tables of the app's models. Yours to change: add tables of your own beside them.
        import { defineSchema } from "convex/server";
        import { hiveTables } from "./hiveTables";

        export default defineSchema({ ...hiveTables });

        """;

    /// <summary>The files. The same models give the same text.</summary>
    /// <param name="models">The synced models.</param>
    /// <exception cref="HiveException">Two tables or two fields would have one name.</exception>
    public static IReadOnlyList<ExportFile> Of(IReadOnlyList<SyncModel> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        Check(models);
        return
        [
            new ExportFile("convex/schema.ts", Schema),
            new ExportFile("convex/hiveTables.ts", ConvexTablesFile.Of(models)),
            new ExportFile("convex/hive.ts", ConvexFunctionsFile.Of(models)),
        ];
    }

    private static void Check(IReadOnlyList<SyncModel> models)
    {
        HashSet<string> tables = ["hiveCursors"];
        foreach (SyncModel model in models)
        {
            ConvexNames names = ConvexNames.Of(model);
            if (!tables.Add(names.Table))
            {
                throw new HiveException($"Two tables at Convex would be named {names.Table}: give {model.ModelName} another sync name.");
            }

            if (names.Fields.GroupBy(static field => field).FirstOrDefault(static group => group.Count() > 1) is { } twice)
            {
                throw new HiveException($"Two fields of {model.ModelName} would be named {twice.Key} at Convex: rename one.");
            }
        }
    }
}
