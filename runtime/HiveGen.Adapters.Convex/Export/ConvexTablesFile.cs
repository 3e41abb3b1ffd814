using HiveGen.Targets;

namespace HiveGen.Adapters.Convex.Export;

/// <summary>The tables.</summary>
internal static class ConvexTablesFile
{
    /// <summary>The text of <c>hiveTables.ts</c>.</summary>
    public static string Of(IReadOnlyList<SyncModel> models) => $$"""
        // Made by HiveGen from the app's models: do not change it, export it again after they change.
        import { defineSchema, defineTable } from "convex/server";
        import type { DataModelFromSchemaDefinition } from "convex/server";
        import { v } from "convex/values";

        const bookkeeping = { hiveId: v.string(), hiveVersion: v.number(), hiveDeleted: v.boolean(), hiveHome: v.string() };

        // The fields of each table, as the mutation takes them.
        export const hiveFields = {
        {{string.Concat(models.Select(Fields))}}};

        export const hiveTables = {
        {{string.Concat(models.Select(Table))}}  hiveCursors: defineTable({ hive: v.string(), session: v.string(), seq: v.number(), epoch: v.number(), high: v.number(), movedAt: v.number() }).index(
            "by_hive",
            ["hive"],
          ),
        };

        // What all tables have in common, as the functions see them; no table of its own.
        const common = defineSchema({ rows: {{Definition("bookkeeping")}}, hiveCursors: hiveTables.hiveCursors });
        export type HiveData = DataModelFromSchemaDefinition<typeof common>;

        """;

    private static string Fields(SyncModel model)
    {
        ConvexNames names = ConvexNames.Of(model);
        return $"  {names.Table}: {{\n    ...bookkeeping,\n{string.Concat(model.Fields.Skip(1).Select((field, index) => $"    {names.Fields[index + 1]}: {ConvexTypes.Of(field)},\n"))}  }},\n";
    }

    private static string Table(SyncModel model)
    {
        string table = ConvexNames.Of(model).Table;
        return $"  {table}: {Definition("hiveFields." + table)},\n";
    }

    private static string Definition(string fields) => $$"""
        defineTable({ ...{{fields}}, hiveSyncedAt: v.number() })
            .index("by_hiveId", ["hiveId"])
            .index("by_hiveHome", ["hiveHome", "hiveId"])
            .index("by_hiveSyncedAt", ["hiveSyncedAt", "hiveId"])
            .index("by_hiveDeleted", ["hiveDeleted", "hiveHome", "hiveSyncedAt"])
        """;
}
