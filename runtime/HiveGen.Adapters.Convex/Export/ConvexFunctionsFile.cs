using HiveGen.Targets;

namespace HiveGen.Adapters.Convex.Export;

/// <summary>The functions, all internal: they are called with a deploy key, or by functions of the deployment itself.</summary>
internal static class ConvexFunctionsFile
{
    /// <summary>The text of <c>hive.ts</c>.</summary>
    public static string Of(IReadOnlyList<SyncModel> models)
    {
        IReadOnlyList<string> tables = [.. models.Select(static model => ConvexNames.Of(model).Table)];
        string known = string.Concat(models.Select(static model => $"  {ConvexNames.Of(model).Table}: [{string.Join(", ", ConvexNames.Of(model).Fields.Select(static field => $"\"{field}\""))}],\n"));
        string rows = string.Concat(tables.Select(static table => $"      {table}: v.optional(v.array(v.object({{ ...hiveFields.{table}, hiveMerge }}))),\n"));
        return Text.Replace("$FORM$", $"{ConvexModels.Form}", StringComparison.Ordinal)
            .Replace("$KNOWN$", known, StringComparison.Ordinal)
            .Replace("$ROWS$", rows, StringComparison.Ordinal);
    }

    private const string Text = """
        // Made by HiveGen from the app's models: do not change it, export it again after they change.
        // One call of `apply` is one transaction: a row is written only over an older version of the same home, a removed record stays
        // as a ghost, and the cursor moves with the rows or nothing does.
        import { internalMutation, internalQuery } from "./_generated/server";
        import { hiveFields } from "./hiveTables";
        import type { HiveData } from "./hiveTables";
        import type { GenericDatabaseReader, GenericDatabaseWriter } from "convex/server";
        import { ConvexError, v } from "convex/values";

        type Row = Record<string, any> & { hiveId: string; hiveVersion: number; hiveDeleted: boolean; hiveHome: string };
        type Outcome = "applied" | "stale" | "deleted" | { conflict: string };

        // Less than a call may read and return.
        const pageBytes = 4 * 1024 * 1024;
        const purgeAtOnce = 200;

        const known: Record<string, string[]> = {
        $KNOWN$};

        const hiveMerge = v.optional(v.object({ revive: v.boolean(), given: v.array(v.string()) }));
        const place = v.object({ session: v.string(), seq: v.number(), epoch: v.number(), high: v.number() });

        // The tables are named in arguments: types see what all of them have, and `known` says which there are.
        type Reader = GenericDatabaseReader<HiveData>;
        type Writer = GenericDatabaseWriter<HiveData>;
        const reader = (ctx: { db: unknown }) => ctx.db as Reader;
        const writer = (ctx: { db: unknown }) => ctx.db as Writer;

        function table(model: string) {
          if (!Object.hasOwn(known, model)) throw new ConvexError({ hive: "model", model });
          return model as "rows";
        }

        const find = (db: Reader, model: string, id: string) =>
          db.query(table(model)).withIndex("by_hiveId", (q) => q.eq("hiveId", id)).unique();

        const findCursor = (db: Reader, hive: string) =>
          db.query("hiveCursors").withIndex("by_hive", (q) => q.eq("hive", hive)).unique();

        const bare = ({ _id, _creationTime, hiveSyncedAt, ...row }: Record<string, any>) => row as Row;

        async function write(db: Writer, model: string, incoming: Row, now: number): Promise<Outcome> {
          const { hiveMerge: merge, ...row } = incoming;
          const old = await find(db, model, row.hiveId);
          if (old !== null && old.hiveHome !== row.hiveHome) return { conflict: old.hiveHome };
          let next: Row = row as Row;
          if (merge !== undefined) {
            if (old?.hiveDeleted && row.hiveDeleted) return "stale";
            if (old?.hiveDeleted && !merge.revive) return "deleted";
            if (old !== null && !old.hiveDeleted && !row.hiveDeleted) {
              next = bare(old);
              for (const field of merge.given) next[field] = row[field];
            }
            next.hiveVersion = (old?.hiveVersion ?? 0) + 1;
          } else if (old !== null && old.hiveVersion >= row.hiveVersion) {
            return "stale";
          }
          if (old === null) await db.insert(table(model), { ...next, hiveSyncedAt: now });
          else await db.replace(old._id, { ...next, hiveSyncedAt: now });
          return "applied";
        }

        type Place = { session: string; seq: number; epoch: number; high: number };
        const samePlace = (a: Place | null, b: Place | null) =>
          a === null || b === null ? a === b : a.session === b.session && a.seq === b.seq && a.epoch === b.epoch;

        async function move(db: Writer, hive: string, from: Place | null, to: Place, now: number) {
          const stored = await findCursor(db, hive);
          if (!samePlace(stored, from)) {
            const at = stored === null ? "nothing" : `change ${stored.seq} of session ${stored.session}, epoch ${stored.epoch}`;
            throw new ConvexError({ hive: "cursor", message: `The cursor is at ${at}: another copy of this Hive wrote here.` });
          }
          if (stored === null) await db.insert("hiveCursors", { hive, ...to, movedAt: now });
          else if (!samePlace(stored, to) || stored.high !== to.high) await db.patch(stored._id, { ...to, movedAt: now });
        }

        export const apply = internalMutation({
          args: {
            cursor: v.optional(v.object({ hive: v.string(), from: v.union(place, v.null()), to: place })),
            models: v.object({
        $ROWS$    }),
          },
          handler: async (ctx, args) => {
            const db = writer(ctx);
            const now = Date.now();
            if (args.cursor !== undefined) await move(db, args.cursor.hive, args.cursor.from, args.cursor.to, now);
            const outcomes: Record<string, Outcome[]> = {};
            for (const [model, rows] of Object.entries(args.models as Record<string, Row[] | undefined>)) {
              outcomes[model] = [];
              for (const row of rows ?? []) outcomes[model].push(await write(db, model, row, now));
            }
            return outcomes;
          },
        });

        export const cursor = internalQuery({
          args: { hive: v.string() },
          handler: async (ctx, args) => {
            const stored = await findCursor(reader(ctx), args.hive);
            return stored === null ? null : { session: stored.session, seq: stored.seq, epoch: stored.epoch, high: stored.high };
          },
        });

        export const models = internalQuery({ args: {}, handler: async () => ({ form: $FORM$, models: known }) });

        // Ends a full load, if the cursor is where the Hive left it: one below its version, so that a record of it that is parked comes back.
        export const sweep = internalMutation({
          args: { model: v.string(), home: v.string(), below: v.number(), ids: v.array(v.string()), at: v.union(place, v.null()) },
          handler: async (ctx, args) => {
            const db = writer(ctx);
            if (args.at !== null) await move(db, args.home, args.at, args.at, Date.now());
            let swept = 0;
            for (const hiveId of args.ids) {
              const old = await find(db, args.model, hiveId);
              if (old === null || old.hiveHome !== args.home || old.hiveDeleted || old.hiveVersion >= args.below) continue;
              await db.replace(old._id, { hiveId, hiveVersion: args.below - 1, hiveDeleted: true, hiveHome: args.home, hiveSyncedAt: Date.now() });
              swept++;
            }
            return swept;
          },
        });

        // Ghosts after their retention, some of each table at a time; never one that the cursor has not passed. Home by home: those of another
        // Hive are not counted, or they would be in the way for as long as it does not come.
        export const purge = internalMutation({
          args: { home: v.string(), passed: v.number(), retention: v.number() },
          handler: async (ctx, args) => {
            const db = writer(ctx);
            const before = Date.now() - args.retention;
            for (const model of Object.keys(known)) {
              for (const home of [args.home, "http"]) {
                const ghosts = await db
                  .query(table(model))
                  .withIndex("by_hiveDeleted", (q) => q.eq("hiveDeleted", true).eq("hiveHome", home).lt("hiveSyncedAt", before))
                  .take(purgeAtOnce);
                for (const ghost of ghosts) if (home === "http" || ghost.hiveVersion <= args.passed) await db.delete(ghost._id);
              }
            }
            return null;
          },
        });

        const sizeOf = (row: Row) => {
          let size = 0;
          for (const value of Object.values(row)) size += typeof value === "string" ? 3 * value.length : value instanceof ArrayBuffer ? value.byteLength : 16;
          return size;
        };

        // A home's rows in the order of their ids, ghosts included, up to a limit of rows and bytes; none when there are no more.
        export const rows = internalQuery({
          args: { model: v.string(), home: v.string(), after: v.string(), limit: v.number() },
          handler: async (ctx, args) => {
            const found: Row[] = [];
            let bytes = 0;
            const ordered = reader(ctx).query(table(args.model)).withIndex("by_hiveHome", (q) => q.eq("hiveHome", args.home).gt("hiveId", args.after));
            for await (const row of ordered) {
              found.push(bare(row));
              bytes += sizeOf(found[found.length - 1]);
              if (found.length >= args.limit || bytes >= pageBytes) break;
            }
            return found;
          },
        });

        // The rows of these ids, and how many ids were looked for before the limit of bytes.
        export const rowsOf = internalQuery({
          args: { model: v.string(), home: v.string(), ids: v.array(v.string()) },
          handler: async (ctx, args) => {
            const found: Row[] = [];
            let looked = 0;
            let bytes = 0;
            for (const id of args.ids) {
              if (bytes >= pageBytes) break;
              looked++;
              const row = await find(reader(ctx), args.model, id);
              if (row === null || row.hiveHome !== args.home) continue;
              found.push(bare(row));
              bytes += sizeOf(found[found.length - 1]);
            }
            return { rows: found, looked };
          },
        });

        // For functions of your own: what changed since a moment and an id, in order. Ask again from some seconds before the last moment,
        // for it is that at which a transaction began, and drop what you have by its version.
        export const changes = internalQuery({
          args: { model: v.string(), since: v.number(), sinceId: v.string(), limit: v.number() },
          handler: async (ctx, args) => {
            const db = reader(ctx);
            const same = await db
              .query(table(args.model))
              .withIndex("by_hiveSyncedAt", (q) => q.eq("hiveSyncedAt", args.since).gt("hiveId", args.sinceId))
              .take(args.limit);
            if (same.length >= args.limit) return same;
            const later = await db
              .query(table(args.model))
              .withIndex("by_hiveSyncedAt", (q) => q.gt("hiveSyncedAt", args.since))
              .take(args.limit - same.length);
            return [...same, ...later];
          },
        });

        """;
}
